// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>

#include <functional>

namespace fairlead::ui {

/** How to draw an icon into a square of any size, in this mode (normal, disabled, selected). */
using IconPainting = std::function<void(QPainter &painter, const QRectF &square, QIcon::Mode mode)>;

/**
 * An icon that is drawn when it is shown: crisp at every scale, in the colours of the palette of
 * that moment, and without an SVG library.
 */
class PaintedIconEngine final : public QIconEngine
{
public:
    explicit PaintedIconEngine(IconPainting painting);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    IconPainting m_painting;
};

} // namespace fairlead::ui
