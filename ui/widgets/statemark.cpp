// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statemark.h"

#include "ui/widgets/paintediconengine.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace fairlead::ui {
namespace {

/** A point in a square of side 16. */
QPointF at(const QRectF &square, qreal x, qreal y)
{
    return square.topLeft() + QPointF(x, y) * square.width() / 16;
}

QPen glyphPen(const QRectF &square)
{
    return QPen(Qt::white, square.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPolygonF octagon(const QRectF &square)
{
    QPolygonF points;
    for (int corner = 0; corner < 8; ++corner) {
        const qreal angle = qDegreesToRadians(22.5 + 45 * corner);
        points << at(square, 8 + 7.4 * qCos(angle), 8 + 7.4 * qSin(angle));
    }
    return points;
}

void paintGround(QPainter &painter, const QRectF &square, StateMark mark)
{
    const QColor color = stateColor(mark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case StateMark::Good:
    case StateMark::Information:
        painter.drawEllipse(QRectF(at(square, 1, 1), at(square, 15, 15)));
        break;
    case StateMark::Warning:
        painter.setPen(QPen(color, square.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(
            QPolygonF({at(square, 8, 2), at(square, 14.8, 13.8), at(square, 1.2, 13.8)}));
        break;
    case StateMark::Failure:
        painter.drawPolygon(octagon(square));
        break;
    case StateMark::Off:
        painter.setPen(QPen(color, square.width() / 8));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(at(square, 2.5, 2.5), at(square, 13.5, 13.5)));
        break;
    case StateMark::Paused:
        painter.drawRoundedRect(
            QRectF(at(square, 1.4, 1.4), at(square, 14.6, 14.6)), 30, 30, Qt::RelativeSize);
        break;
    }
}

void paintGlyph(QPainter &painter, const QRectF &square, StateMark mark)
{
    painter.setPen(glyphPen(square));
    switch (mark) {
    case StateMark::Good:
        painter.drawPolyline(
            QPolygonF({at(square, 4.8, 8.3), at(square, 7.1, 10.7), at(square, 11.2, 5.6)}));
        break;
    case StateMark::Information:
        painter.drawLine(at(square, 8, 7.4), at(square, 8, 11.4));
        painter.drawPoint(at(square, 8, 4.5));
        break;
    case StateMark::Warning:
        painter.drawLine(at(square, 8, 5.6), at(square, 8, 9));
        painter.drawPoint(at(square, 8, 12));
        break;
    case StateMark::Failure:
        painter.drawLine(at(square, 5.6, 5.6), at(square, 10.4, 10.4));
        painter.drawLine(at(square, 10.4, 5.6), at(square, 5.6, 10.4));
        break;
    case StateMark::Paused:
        painter.drawLine(at(square, 5.8, 5), at(square, 5.8, 11));
        painter.drawLine(at(square, 10.2, 5), at(square, 10.2, 11));
        break;
    case StateMark::Off:
        break;
    }
}

} // namespace

QColor stateColor(StateMark mark)
{
    switch (mark) {
    case StateMark::Good:
        return QColor(0x1f, 0x8f, 0x5f);
    case StateMark::Information:
        return QColor(0x2f, 0x7c, 0xc4);
    case StateMark::Warning:
        return QColor(0xbf, 0x73, 0x00);
    case StateMark::Failure:
        return QColor(0xd6, 0x45, 0x45);
    case StateMark::Paused:
        return QColor(0x74, 0x6f, 0xc0);
    case StateMark::Off:
        break;
    }
    return QColor(0x80, 0x80, 0x80);
}

QIcon stateMark(StateMark mark)
{
    return QIcon(
        new PaintedIconEngine([mark](QPainter &painter, const QRectF &square, QIcon::Mode) {
            paintGround(painter, square, mark);
            paintGlyph(painter, square, mark);
        }));
}

} // namespace fairlead::ui
