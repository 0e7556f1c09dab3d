// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakekeychain.h"

#include <QCoroTimer>

using namespace Qt::StringLiterals;
using namespace fairlead::secrets;

namespace fairlead::fakes {

QCoro::Task<KeychainAnswer> FakeKeychain::read(QString item, Prompting prompting)
{
    calls.append((prompting == Prompting::Allowed ? u"read "_s : u"look "_s) + item);
    co_await QCoro::sleepFor(std::chrono::milliseconds(0));
    KeychainAnswer answer;
    answer.state = state;
    answer.found = state == KeychainState::Ready && items.contains(item);
    if (answer.found)
        answer.value = Secret(items.value(item));
    co_return answer;
}

QCoro::Task<KeychainAnswer> FakeKeychain::write(QString item, Secret value)
{
    calls.append(u"write "_s + item);
    co_await QCoro::sleepFor(std::chrono::milliseconds(0));
    KeychainAnswer answer;
    answer.state = state == KeychainState::Ready ? writeState : state;
    answer.found = answer.state == KeychainState::Ready;
    if (answer.found)
        items.insert(item, value.reveal());
    co_return answer;
}

QCoro::Task<KeychainAnswer> FakeKeychain::remove(QString item)
{
    calls.append(u"remove "_s + item);
    co_await QCoro::sleepFor(std::chrono::milliseconds(0));
    KeychainAnswer answer;
    answer.state = state;
    if (state == KeychainState::Ready)
        items.remove(item);
    co_return answer;
}

} // namespace fairlead::fakes
