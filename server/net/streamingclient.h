// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/streamedresponse.h"

#include <QObject>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace fairlead::net {

/** A coroutine may end within a signal of the answer that it read. */
struct ReleasedLater
{
    void operator()(StreamedResponse *response) const;
};

using StreamedResponsePointer = std::unique_ptr<StreamedResponse, ReleasedLater>;

/**
 * Sends requests whose answers are streams, to servers on this computer: no proxy is asked. Opens
 * more managers as more answers are open at once, because Qt gives each manager no more than six
 * connections to one server. Outlives its answers.
 */
class StreamingClient final : public QObject
{
    Q_OBJECT

public:
    explicit StreamingClient(QObject *parent = nullptr);
    ~StreamingClient() override;

    [[nodiscard]] StreamedResponsePointer send(const Request &request);

private:
    struct Manager
    {
        std::unique_ptr<QNetworkAccessManager> network;
        int open = 0;
    };

    [[nodiscard]] size_t freest();

    std::vector<Manager> m_managers;
};

} // namespace fairlead::net
