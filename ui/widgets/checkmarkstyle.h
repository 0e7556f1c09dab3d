// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace fairlead::ui {

/**
 * The desktop's style, with outlines that can be seen: Fusion takes a shade darker than the window
 * for them, which on a dark one is none. Check boxes get one on dark ground, and everything that
 * can be clicked or typed into where the colours have high contrast.
 */
class CheckMarkStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace fairlead::ui
