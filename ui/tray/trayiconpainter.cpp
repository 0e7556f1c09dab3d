// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/trayiconpainter.h"

#include "ui/widgets/statemark.h"

#include <QPainter>
#include <QPainterPath>

namespace fairlead::ui {
namespace {

constexpr int unit = 22; ///< everything below is drawn on a square of this side
const QColor servingColor(0x1b, 0x8a, 0x9c);
const QColor offColor(0x80, 0x80, 0x80);

QPen roundPen(const QColor &color, qreal width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPainterPath rope()
{
    QPainterPath path(QPointF(1.6, 16.6));
    path.cubicTo(7.5, 18.4, 9.5, 13.5, 11, 11);
    path.cubicTo(12.5, 8.5, 14.5, 3.6, 20.4, 5.4);
    return path;
}

/** The rope comes from behind the ring's left rim and leaves in front of the right one. */
void paintEye(QPainter &painter, const QColor &ring, const QColor &rope1, bool gap)
{
    painter.setBrush(Qt::NoBrush);
    const QRectF eye(3.5, 3.5, 15, 15);
    if (rope1.isValid()) {
        painter.setPen(roundPen(rope1, 2.6));
        painter.drawPath(rope());
    }
    QPainterPath rim;
    rim.addEllipse(eye);
    painter.setPen(roundPen(ring, 2.8));
    painter.drawPath(rim);
    if (!rope1.isValid())
        return;
    painter.save();
    painter.setClipRect(QRectF(11, 0, 11, 12));
    if (gap) {
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        painter.setPen(roundPen(Qt::black, 4.8));
        painter.drawPath(rope());
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    painter.setPen(roundPen(rope1, 2.6));
    painter.drawPath(rope());
    painter.restore();
}

/** Clears a halo in the lower right corner and puts a mark there. */
void paintBadge(QPainter &painter, StateMark mark)
{
    const QRectF corner(10.5, 10.5, 11.5, 11.5);
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawEllipse(corner.adjusted(-1, -1, 1, 1));
    painter.restore();
    painter.save();
    painter.translate(corner.topLeft());
    painter.scale(corner.width() / 64, corner.height() / 64);
    stateMark(mark).paint(&painter, QRect(0, 0, 64, 64));
    painter.restore();
}

} // namespace

QPixmap TrayIconPainter::pixmap(OverallState state, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(qreal(side) / unit, qreal(side) / unit);
    switch (state) {
    case OverallState::Serving:
        paintEye(painter, servingColor, servingColor, true);
        break;
    case OverallState::Attention:
        paintEye(painter, servingColor, servingColor, true);
        paintBadge(painter, StateMark::Warning);
        break;
    case OverallState::Paused:
        paintEye(painter, offColor, offColor, true);
        paintBadge(painter, StateMark::Paused);
        break;
    case OverallState::Off:
        paintEye(painter, offColor, {}, false);
        paintBadge(painter, StateMark::Failure);
        break;
    }
    return pixmap;
}

QIcon TrayIconPainter::icon(OverallState state)
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 44, 48, 64})
        icon.addPixmap(pixmap(state, side));
#ifdef Q_OS_MACOS
    // The menu bar gives it a colour of its own; the shape says the state there.
    icon.setIsMask(true);
#endif
    return icon;
}

QIcon TrayIconPainter::applicationIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap eye(side, side);
        eye.fill(Qt::transparent);
        QPainter eyePainter(&eye);
        eyePainter.setRenderHint(QPainter::Antialiasing);
        eyePainter.scale(qreal(side) / unit, qreal(side) / unit);
        eyePainter.translate(unit * 0.12, unit * 0.12);
        eyePainter.scale(0.76, 0.76);
        paintEye(eyePainter, Qt::white, QColor(0xff, 0xd1, 0x66), true);
        eyePainter.end();

        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x12, 0x5e, 0x6e));
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22);
        painter.drawPixmap(0, 0, eye);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace fairlead::ui
