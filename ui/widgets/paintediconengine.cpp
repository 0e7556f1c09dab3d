// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paintediconengine.h"

#include <QPainter>
#include <QPixmap>

namespace fairlead::ui {

PaintedIconEngine::PaintedIconEngine(IconPainting painting)
    : m_painting(std::move(painting))
{}

void PaintedIconEngine::paint(QPainter *painter,
                              const QRect &rect,
                              QIcon::Mode mode,
                              QIcon::State state)
{
    Q_UNUSED(state)
    const qreal side = qMin(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    m_painting(*painter, square, mode);
    painter->restore();
}

QPixmap PaintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

QIconEngine *PaintedIconEngine::clone() const
{
    return new PaintedIconEngine(m_painting);
}

} // namespace fairlead::ui
