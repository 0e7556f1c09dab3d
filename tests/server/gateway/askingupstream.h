// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/gateway/scriptedupstream.h"

namespace fairlead::gateway {

/** An upstream with a session that asks on the stream of a call, and answers "done" after the
 * answer to that. */
class AskingUpstream final
{
public:
    /** `params`: of elicitation/create. */
    explicit AskingUpstream(const QJsonObject &params);

    [[nodiscard]] QUrl url() const { return m_upstream.url(); }
    [[nodiscard]] ScriptedUpstream &script() { return m_upstream; }
    /** The message that came back. */
    [[nodiscard]] const QJsonObject &answer() const { return m_answer; }

    /** One of 2026-07-28 asks so in `rounds` results before it says "done". */
    static void askByResult(ScriptedUpstream &upstream, int rounds, const QJsonObject &input);
    /** A result that asks this, with the state "s1". */
    [[nodiscard]] static QJsonObject inputRequired(const QJsonObject &params);

    /** Asks for a city, and for a number with a default. */
    [[nodiscard]] static QJsonObject formQuestion();
    /** JSON with ' in place of ". */
    [[nodiscard]] static QJsonObject object(QByteArray json);

private:
    [[nodiscard]] bool take(QTcpSocket &socket, const QJsonObject &message);

    QJsonObject m_params;
    ScriptedUpstream m_upstream;
    QPointer<QTcpSocket> m_socket;
    QJsonObject m_call;
    QJsonObject m_answer;
};

} // namespace fairlead::gateway
