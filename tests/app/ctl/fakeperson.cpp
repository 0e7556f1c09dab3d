// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/fakeperson.h"

namespace fairlead::ctl {

QCoro::Task<QString> FakePerson::ask(QString question, CancellationToken cancellation)
{
    Q_UNUSED(cancellation)
    questions.append(question);
    co_return answers.isEmpty() ? QString() : answers.takeFirst();
}

bool FakePerson::openBrowser(const QUrl &url)
{
    opened.append(url);
    return hasBrowser;
}

} // namespace fairlead::ctl
