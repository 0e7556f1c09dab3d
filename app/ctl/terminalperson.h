// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/person.h"

namespace fairlead::ctl {

/** The person at this terminal and this desktop. */
class TerminalPerson final : public Person
{
public:
    [[nodiscard]] bool canBeAsked() const override;
    [[nodiscard]] QCoro::Task<QString> ask(QString question,
                                           CancellationToken cancellation) override;
    [[nodiscard]] bool openBrowser(const QUrl &url) override;
};

} // namespace fairlead::ctl
