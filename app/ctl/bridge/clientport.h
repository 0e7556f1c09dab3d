// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/questionids.h"
#include "app/ctl/bridge/stdiochannel.h"

namespace fairlead::ctl {

/** What goes to the client, at the pace at which it reads. */
class ClientPort final
{
public:
    explicit ClientPort(StdioChannel &channel);

    /** Waits until the client takes more; false when it takes nothing any more. Before each
     * message is fetched, so that what nobody reads stays with Fairlead. */
    [[nodiscard]] QCoro::Task<bool> room();
    /** A message of Fairlead's. */
    void deliver(const QByteArray &message);
    /** A sentence for the client's log, on standard error; not the same one twice in a row. */
    void tell(const QString &sentence);
    /** An error answer of the bridge's own. */
    void refuse(const QByteArray &id, BridgeCode code, const QString &message);
    void refuse(const RpcLine &line, BridgeCode code, const QString &message);

    /** Fairlead's session is over: its questions are withdrawn, and those that follow are of the
     * next one. */
    void startOver(const QString &why);
    /** The client's answer, as Fairlead's present session knows it; nothing when it comes too
     * late. */
    [[nodiscard]] QByteArray answerForFairlead(const RpcLine &answer);

private:
    StdioChannel &m_channel;
    QuestionIds m_questions;
    QString m_told;
};

} // namespace fairlead::ctl
