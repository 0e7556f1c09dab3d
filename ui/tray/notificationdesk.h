// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::ui {

/** Where this desktop shows notifications, when it has such a place; else Qt shows a bubble. */
class NotificationDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Shows it under this number, both texts as they are. False: there is no such place, or it is
     * not known yet. */
    [[nodiscard]] virtual bool show(int number, const QString &title, const QString &text) = 0;
    /** Takes it back, if it is still there. */
    virtual void close(int number) = 0;

Q_SIGNALS:
    void clicked();
    /** show() said that it would be shown, and it was not. */
    void failed(int number, const QString &title, const QString &text);
};

} // namespace fairlead::ui
