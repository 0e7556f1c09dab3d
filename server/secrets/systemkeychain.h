// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/secrets/keychain.h"
#include "server/secrets/keychainrequest.h"

#include <chrono>
#include <deque>
#include <memory>

namespace fairlead::secrets {

/**
 * The operating system's keychain, through QtKeychain; nothing else includes it. QtKeychain has one
 * queue per process, cannot cancel, and crashes when a running job is deleted: so there is one job
 * in flight, and one that does not end is left alone while whoever asked hears Busy. Its late
 * answer is announced by answeredLate().
 */
class SystemKeychain final : public Keychain
{
    Q_OBJECT

public:
    explicit SystemKeychain(std::chrono::milliseconds softTimeout = std::chrono::seconds(5),
                            QObject *parent = nullptr);
    ~SystemKeychain() override;
    Q_DISABLE_COPY_MOVE(SystemKeychain)

    [[nodiscard]] QCoro::Task<KeychainAnswer> read(QString item, Prompting prompting) override;
    [[nodiscard]] QCoro::Task<KeychainAnswer> write(QString item, Secret value) override;
    [[nodiscard]] QCoro::Task<KeychainAnswer> remove(QString item) override;

private:
    // Shared by whoever waits for the answer and by the job that may outlive that wait.
    using Request = std::shared_ptr<KeychainRequest>;

    [[nodiscard]] QCoro::Task<KeychainAnswer> ask(Request request);
    void startNext();
    void finish(const Request &request, const KeychainAnswer &answer);

    std::chrono::milliseconds m_softTimeout;
    std::deque<Request> m_waiting;
    Request m_running;
};

} // namespace fairlead::secrets
