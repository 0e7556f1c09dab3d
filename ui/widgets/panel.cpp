// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"

#include "ui/widgets/darkpalette.h"

#include <QPainter>

namespace fairlead::ui {
namespace {

constexpr qreal cornerRadius = 6;
constexpr qreal outlineWidth = 2;

QColor mixed(const QColor &ground, const QColor &other, qreal share)
{
    const auto mix = [share](qreal from, qreal to) {
        return static_cast<float>(from * (1 - share) + to * share);
    };
    return QColor::fromRgbF(mix(ground.redF(), other.redF()),
                            mix(ground.greenF(), other.greenF()),
                            mix(ground.blueF(), other.blueF()));
}

} // namespace

Panel::Panel(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void Panel::setTint(const QColor &tint)
{
    m_tint = tint;
    update();
}

void Panel::setOutlined(bool isOutlined)
{
    m_isOutlined = isOutlined;
    update();
}

void Panel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const QColor base = palette().color(QPalette::Base);
    const qreal strength = hasHighContrast(palette()) ? 1 : 0.2;
    const QColor border =
        mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), strength);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_tint.isValid() ? mixed(base, m_tint, 0.12) : base);
    const bool isTinted = m_tint.isValid() && !hasHighContrast(palette());
    QPen pen(isTinted ? mixed(base, m_tint, 0.6) : border, 1);
    if (m_isOutlined)
        pen = QPen(palette().color(QPalette::Highlight), outlineWidth);
    painter.setPen(pen);
    const qreal inset = pen.widthF() / 2;
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(inset, inset, -inset, -inset), cornerRadius, cornerRadius);
}

} // namespace fairlead::ui
