// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"

#include <QCoroTask>
#include <QUrl>

namespace fairlead::ctl {

/** Who called the command: their answers and their browser. */
class Person
{
public:
    Person() = default;
    virtual ~Person() = default;
    Q_DISABLE_COPY_MOVE(Person)

    /** Whether somebody sits at a terminal. */
    [[nodiscard]] virtual bool canBeAsked() const = 0;
    /** Asks on standard error; the line typed, empty when there is none or nobody waits any more.
     */
    [[nodiscard]] virtual QCoro::Task<QString> ask(QString question,
                                                   CancellationToken cancellation) = 0;
    /** Opens a checked web address; false where there is no desktop or no program for it. */
    [[nodiscard]] virtual bool openBrowser(const QUrl &url) = 0;
};

} // namespace fairlead::ctl
