// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/connect/clientsentences.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace fairlead::clients {

QString unknownClientSentence()
{
    return u"There is no such client. List the clients to see their ids."_s;
}

QString notInstalledSentence(const QString &client)
{
    return u"%1 was not found on this computer."_s.arg(client);
}

QString notConnectedSentence(const QString &client)
{
    return u"%1 does not know Fairlead yet. Add Fairlead to it."_s.arg(client);
}

QString connectedSentence(const QString &client, const QDateTime &lastUsedAt)
{
    if (lastUsedAt.isValid())
        return u"%1 is connected; it last called at %2."_s.arg(
            client, lastUsedAt.toUTC().toString(Qt::ISODate));
    return u"%1 is set up and has not called yet. Restart it if it does not show Fairlead."_s.arg(
        client);
}

QString oldAddressSentence(const QString &client, const QString &url)
{
    return u"%1 has an address where Fairlead is not any more; it is %2 now. Update the entry."_s
        .arg(client, url);
}

QString keyRefusedSentence(const QString &client, const QString &reason)
{
    return u"%1 is refused: its key is not valid. Update the entry to give it a new one. (%2)"_s
        .arg(client, reason);
}

QString switchedOffSentence(const QString &client)
{
    return u"Fairlead is switched off in %1. Switch it on there."_s.arg(client);
}

QString changedByHandSentence(const QString &client, const QString &file)
{
    return u"The entry “fairlead” of %1 in %2 was changed by hand. Update it to make it Fairlead's "
           "again, or leave it."_s.arg(client, QDir::toNativeSeparators(file));
}

QString unreadableSentence(const QString &client, const QString &file, const QString &reason)
{
    return u"%1 of %2 cannot be understood: %3. Fairlead leaves it alone; correct it, then try "
           "again."_s.arg(QDir::toNativeSeparators(file), client, reason);
}

QString notWritableSentence(const QString &client, const QString &file, const QString &reason)
{
    return u"%1 of %2 cannot be changed safely: %3. Add the entry yourself."_s.arg(
        QDir::toNativeSeparators(file), client, reason);
}

QString copyOnlySentence(const QString &client)
{
    return u"%1 keeps its servers where no other program can add one. Make a key, copy the "
           "configuration and paste it there (Settings, Tools, AI Assistant, MCP)."_s.arg(client);
}

QString changedSentence(const QString &file)
{
    return u"%1 has been changed since it was shown. Look at it again, then repeat this."_s.arg(
        QDir::toNativeSeparators(file));
}

QString noEntrySentence(const QString &client, const QString &file)
{
    return u"%1 has no entry for Fairlead in %2."_s.arg(client, QDir::toNativeSeparators(file));
}

QString noExtensionSentence(const QString &client)
{
    return u"There is no extension for %1. Add Fairlead to it instead."_s.arg(client);
}

QString noLinkSentence(const QString &client)
{
    return u"%1 takes no link that adds Fairlead. Add Fairlead to its configuration instead."_s.arg(
        client);
}

QString linkedAlreadySentence(const QString &client)
{
    return u"Fairlead is in the configuration of %1 already. Remove it there first, or every tool "
           "is there twice."_s.arg(client);
}

QString nothingToUndoSentence(const QString &client)
{
    return u"There is no change of %1 to undo."_s.arg(client);
}

QString linkNote(const QString &file, const QString &target)
{
    return u"%1 is a link; the file behind it is changed, %2."_s.arg(
        QDir::toNativeSeparators(file), QDir::toNativeSeparators(target));
}

QString readableNote(const QString &file)
{
    return u"Other users of this computer may read %1, and with it the key."_s.arg(
        QDir::toNativeSeparators(file));
}

} // namespace fairlead::clients
