// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/streamedresponse.h"

#include <QObject>

#include <memory>

namespace fairlead::net {

class CurlLoop;

/** A coroutine may end within a signal of the answer that it read. */
struct ReleasedLater
{
    void operator()(StreamedResponse *response) const;
};

using StreamedResponsePointer = std::unique_ptr<StreamedResponse, ReleasedLater>;

/**
 * Sends requests whose answers are streams, each on a connection of its own. Outlives its answers.
 */
class StreamingClient final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString proxy; ///< empty: the system's; "none"; or an address
        QString extraCaFile; ///< PEM certificates to trust besides the system's; may be empty
    };

    explicit StreamingClient(QObject *parent = nullptr);
    explicit StreamingClient(Options options, QObject *parent = nullptr);
    ~StreamingClient() override;

    [[nodiscard]] StreamedResponsePointer send(const Request &request);
    /** Nothing is under way. */
    [[nodiscard]] bool isIdle() const;

private:
    Options m_options;
    QByteArray m_trustedCertificates; // PEM; empty: the system's
    std::unique_ptr<CurlLoop> m_loop; // made when it is first needed
};

} // namespace fairlead::net
