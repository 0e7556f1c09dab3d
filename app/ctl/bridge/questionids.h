// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/rpcline.h"

#include <QHash>

namespace fairlead::ctl {

/**
 * The ids of what Fairlead asks the client. Each session of Fairlead's counts its questions anew,
 * while the client knows one session only: from the second one on, questions get other ids on
 * their way, so that a late answer never answers a question of another session.
 */
class QuestionIds final
{
public:
    /** A message on its way to the client; the same bytes unless its id must change. */
    [[nodiscard]] QByteArray toClient(const QByteArray &message);

    /** The client's answer on its way to Fairlead; nothing when its question is gone. */
    [[nodiscard]] QByteArray toFairlead(const RpcLine &answer);

    /** The session is over: what the client has to be told, namely that nobody waits any more. */
    [[nodiscard]] QByteArrayList startOver(const QString &why);

private:
    [[nodiscard]] QByteArray withdrawal(const QByteArray &message);

    int m_session = 1;
    int m_last = 0;
    QHash<QByteArray, QByteArray> m_open; ///< as the client sees it, and as Fairlead does
};

} // namespace fairlead::ctl
