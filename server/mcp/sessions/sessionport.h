// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/sessions/inflight.h"
#include "server/tools/clientport.h"

#include <QPointer>

namespace fairlead::mcp {

class Session;

/** The way back to the client of a session, for one of its requests. */
class SessionPort final : public tools::ClientPort
{
public:
    SessionPort(Session *session, InFlight::Ticket ticket);

    [[nodiscard]] bool can(tools::InputRequest::Kind kind) const override;
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override;
    void log(tools::LogLevel level, const QString &logger, const QJsonValue &data) override;
    void pollLater() override;

private:
    QPointer<Session> m_session;
    InFlight::Ticket m_ticket = 0;
};

} // namespace fairlead::mcp
