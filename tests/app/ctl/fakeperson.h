// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/person.h"

#include <QStringList>

namespace fairlead::ctl {

/** Answers what the test says and remembers what it was asked and shown. */
class FakePerson final : public Person
{
public:
    [[nodiscard]] bool canBeAsked() const override { return isThere; }
    [[nodiscard]] QCoro::Task<QString> ask(QString question,
                                           CancellationToken cancellation) override;
    [[nodiscard]] bool openBrowser(const QUrl &url) override;

    bool isThere = false;
    bool hasBrowser = true;
    QStringList answers; ///< one for each question, then none
    QStringList questions;
    QList<QUrl> opened;
};

} // namespace fairlead::ctl
