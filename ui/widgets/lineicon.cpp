// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lineicon.h"

#include "ui/widgets/paintediconengine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace fairlead::ui {
namespace {

QColor lineColor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Selected)
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                         QPalette::Text);
}

QPainterPath house()
{
    QPainterPath path(QPointF(1.8, 8));
    path.lineTo(8, 2.2);
    path.lineTo(14.2, 8);
    path.moveTo(3.6, 6.8);
    path.lineTo(3.6, 13.6);
    path.lineTo(12.4, 13.6);
    path.lineTo(12.4, 6.8);
    path.moveTo(6.6, 13.6);
    path.lineTo(6.6, 9.6);
    path.lineTo(9.4, 9.6);
    path.lineTo(9.4, 13.6);
    return path;
}

/** Two links of a chain. */
QPainterPath links()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(1.6, 5.2, 8, 5.6), 2.8, 2.8);
    path.addRoundedRect(QRectF(6.4, 5.2, 8, 5.6), 2.8, 2.8);
    return path;
}

QPainterPath key()
{
    QPainterPath path;
    path.addEllipse(QPointF(4.8, 8), 3, 3);
    path.moveTo(7.8, 8);
    path.lineTo(14.2, 8);
    path.lineTo(14.2, 11);
    path.moveTo(11.2, 8);
    path.lineTo(11.2, 10.4);
    return path;
}

/** Two sliders. */
QPainterPath sliders()
{
    QPainterPath path(QPointF(1.8, 5));
    path.lineTo(8.2, 5);
    path.addEllipse(QPointF(10, 5), 1.8, 1.8);
    path.moveTo(11.8, 5);
    path.lineTo(14.2, 5);
    path.moveTo(1.8, 11);
    path.lineTo(4.2, 11);
    path.addEllipse(QPointF(6, 11), 1.8, 1.8);
    path.moveTo(7.8, 11);
    path.lineTo(14.2, 11);
    return path;
}

/** A tick in a circle. */
QPainterPath checked()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6.3, 6.3);
    path.moveTo(5, 8.2);
    path.lineTo(7.2, 10.4);
    path.lineTo(11.2, 5.8);
    return path;
}

/** A sheet with an arrow that leaves it upwards. */
QPainterPath sheet()
{
    QPainterPath path(QPointF(8.6, 13.8));
    path.lineTo(3, 13.8);
    path.lineTo(3, 2.2);
    path.lineTo(8.2, 2.2);
    path.lineTo(11.4, 5.4);
    path.lineTo(11.4, 7);
    path.moveTo(11.4, 13.8);
    path.lineTo(11.4, 9.2);
    path.moveTo(8.8, 11.4);
    path.lineTo(11.4, 8.8);
    path.lineTo(14, 11.4);
    return path;
}

/** A pulse. */
QPainterPath pulse()
{
    QPainterPath path(QPointF(1.4, 8.6));
    path.lineTo(4.8, 8.6);
    path.lineTo(6.8, 3);
    path.lineTo(9.4, 13);
    path.lineTo(11.2, 8.6);
    path.lineTo(14.6, 8.6);
    return path;
}

/** An hourglass. */
QPainterPath hourglass()
{
    QPainterPath path(QPointF(3, 2));
    path.lineTo(13, 2);
    path.moveTo(3, 14);
    path.lineTo(13, 14);
    path.moveTo(4.4, 2);
    path.cubicTo(4.4, 6, 8, 6.4, 8, 8);
    path.cubicTo(8, 9.6, 4.4, 10, 4.4, 14);
    path.moveTo(11.6, 2);
    path.cubicTo(11.6, 6, 8, 6.4, 8, 8);
    path.cubicTo(8, 9.6, 11.6, 10, 11.6, 14);
    return path;
}

QPainterPath cross()
{
    QPainterPath path(QPointF(4, 4));
    path.lineTo(12, 12);
    path.moveTo(12, 4);
    path.lineTo(4, 12);
    return path;
}

QPainterPath pathOf(LineIcon icon)
{
    switch (icon) {
    case LineIcon::Home:
        return house();
    case LineIcon::Connections:
        return links();
    case LineIcon::Keys:
        return key();
    case LineIcon::Publishing:
        return sheet();
    case LineIcon::Activity:
        return pulse();
    case LineIcon::Leases:
        return hourglass();
    case LineIcon::Settings:
        return sliders();
    case LineIcon::Doctor:
        return checked();
    case LineIcon::Close:
        return cross();
    }
    return {};
}

} // namespace

QIcon lineIcon(LineIcon icon)
{
    return QIcon(
        new PaintedIconEngine([icon](QPainter &painter, const QRectF &square, QIcon::Mode mode) {
            painter.translate(square.topLeft());
            painter.scale(square.width() / 16, square.height() / 16);
            painter.setPen(QPen(lineColor(mode), 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(pathOf(icon));
        }));
}

} // namespace fairlead::ui
