// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace fairlead::ui {

/** A rounded area that sets its content off from the window, in the palette's own colours. */
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(QWidget *parent = nullptr);

    /** Mixes a little of this colour into the ground; an invalid colour takes it away. */
    void setTint(const QColor &tint);
    /** Draws its border as one draws what has the keyboard. */
    void setOutlined(bool isOutlined);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_tint;
    bool m_isOutlined = false;
};

} // namespace fairlead::ui
