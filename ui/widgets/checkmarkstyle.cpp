// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checkmarkstyle.h"

#include "ui/widgets/darkpalette.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

namespace fairlead::ui {
namespace {

void drawOutline(const QStyleOption &option, QPainter &painter, const QColor &color)
{
    painter.save();
    painter.setPen(color);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

/** Of what can be clicked or typed into: where it has the keyboard, in the colour that says so. */
void drawStrongOutline(const QStyleOption &option, QPainter &painter)
{
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    drawOutline(option,
                painter,
                option.palette.color(hasFocus ? QPalette::Highlight : QPalette::WindowText));
    if (!hasFocus)
        return;
    QStyleOption inner = option;
    inner.rect.adjust(1, 1, -1, -1);
    drawOutline(inner, painter, option.palette.color(QPalette::Highlight));
}

bool isOutlined(QStyle::PrimitiveElement element, const QWidget *widget)
{
    // Of a box with arrows the whole has an outline, not the field in it, too.
    const bool isPart = widget != nullptr
        && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr;
    if (isPart && element == QStyle::PE_PanelLineEdit)
        return false;
    return element == QStyle::PE_PanelButtonCommand || element == QStyle::PE_PanelLineEdit
        || element == QStyle::PE_Frame || element == QStyle::PE_FrameGroupBox
        || element == QStyle::PE_IndicatorCheckBox || element == QStyle::PE_FrameMenu;
}

} // namespace

void CheckMarkStyle::drawPrimitive(PrimitiveElement element,
                                   const QStyleOption *option,
                                   QPainter *painter,
                                   const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (hasHighContrast(option->palette)) {
        if (isOutlined(element, widget))
            drawStrongOutline(*option, *painter);
    } else if (element == PE_IndicatorCheckBox && isDark(option->palette)) {
        drawOutline(*option, *painter, option->palette.color(QPalette::PlaceholderText));
    }
}

void CheckMarkStyle::drawComplexControl(ComplexControl control,
                                        const QStyleOptionComplex *option,
                                        QPainter *painter,
                                        const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!hasHighContrast(option->palette))
        return;
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawStrongOutline(*option, *painter);
    if (control == CC_ScrollBar) {
        const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
        painter->fillRect(slider.adjusted(2, 2, -2, -2),
                          option->palette.color(QPalette::WindowText));
    }
}

} // namespace fairlead::ui
