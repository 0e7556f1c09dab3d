// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/** What people read about their clients, in the command line and the REST API. */
namespace fairlead::clients {

[[nodiscard]] QString unknownClientSentence();
[[nodiscard]] QString notInstalledSentence(const QString &client);
[[nodiscard]] QString notConnectedSentence(const QString &client);
[[nodiscard]] QString connectedSentence(const QString &client, const QDateTime &lastUsedAt);
[[nodiscard]] QString oldAddressSentence(const QString &client, const QString &url);
[[nodiscard]] QString keyRefusedSentence(const QString &client, const QString &reason);
[[nodiscard]] QString switchedOffSentence(const QString &client);
[[nodiscard]] QString changedByHandSentence(const QString &client, const QString &file);
[[nodiscard]] QString unreadableSentence(const QString &client,
                                         const QString &file,
                                         const QString &reason);
[[nodiscard]] QString notWritableSentence(const QString &client,
                                          const QString &file,
                                          const QString &reason);
[[nodiscard]] QString copyOnlySentence(const QString &client);
[[nodiscard]] QString changedSentence(const QString &file);
[[nodiscard]] QString noEntrySentence(const QString &client, const QString &file);
[[nodiscard]] QString noExtensionSentence(const QString &client);
[[nodiscard]] QString noLinkSentence(const QString &client);
[[nodiscard]] QString linkedAlreadySentence(const QString &client);
[[nodiscard]] QString nothingToUndoSentence(const QString &client);
[[nodiscard]] QString linkNote(const QString &file, const QString &target);
[[nodiscard]] QString readableNote(const QString &file);

} // namespace fairlead::clients
