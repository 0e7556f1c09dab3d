// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The links of a folder as a file in it, for people and programs without Fairlead: a part of
// Publisher.
#include "server/providers/approvedfolders.h"
#include "server/providers/linkfreefile.h"
#include "server/publishing/publisher.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

const QString folderName = u".fairlead"_s;
const QString fileName = u"jira-links.json"_s;
constexpr int formatVersion = 1;

QJsonObject toJson(const Publication &publication, const QString &folder)
{
    // With a slash everywhere: the file may be read on another system.
    return {{u"file"_s, publication.path.mid(folder.size() + 1)},
            {u"issue"_s, publication.issueKey},
            {u"url"_s, publication.issueUrl.toString()},
            {u"site"_s, publication.site},
            {u"project"_s, publication.project},
            {u"published_at"_s, publication.publishedAt.toUTC().toString(Qt::ISODate)},
            {u"sha256"_s, QString::fromLatin1(publication.contentHash)}};
}

} // namespace

Result<QStringList> Publisher::exportLinks(const tools::Caller &caller, const QString &folder) const
{
    QStringList folders = m_folders.folders();
    if (!folder.isEmpty()) {
        const auto wanted = m_folders.resolved(folder);
        if (!wanted)
            return failure(wanted.error());
        if (!folders.contains(*wanted))
            return failure(ErrorCode::InvalidInput,
                           u"%1 lies in an added folder and is none itself. The links are written "
                           "into the added folder."_s.arg(QDir::toNativeSeparators(*wanted)));
        folders = QStringList(*wanted);
    }
    QStringList written;
    for (const QString &place : std::as_const(folders)) {
        const auto publications = m_publications.list(caller.userId, place);
        if (!publications)
            return failure(publications.error());
        QJsonArray links;
        for (const Publication &publication : *publications) {
            const bool mayUse = caller.connectionIds.isEmpty()
                || caller.connectionIds.contains(publication.connectionId);
            if (publication.isSettled() && mayUse)
                links.append(toJson(publication, place));
        }
        if (links.isEmpty())
            continue;
        const QJsonObject json{{u"format"_s, u"fairlead-jira-links"_s},
                               {u"version"_s, formatVersion},
                               {u"exported_at"_s, m_clock.now().toUTC().toString(Qt::ISODate)},
                               {u"links"_s, links}};
        const auto done =
            providers::replaceFile(place, folderName, fileName, QJsonDocument(json).toJson());
        if (!done)
            return failure(done.error());
        written.append(QDir::toNativeSeparators(place + u'/' + folderName + u'/' + fileName));
    }
    if (written.isEmpty())
        return failure(ErrorCode::NotFound,
                       u"No file there is published yet, so that there are no links to write."_s);
    return written;
}

} // namespace fairlead::publishing
