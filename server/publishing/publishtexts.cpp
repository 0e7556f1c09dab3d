// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/publishtexts.h"

#include "server/base/linediff.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

QString sentenceOf(const PublishOutcome &outcome, bool isDryRun)
{
    const Publication &publication = outcome.publication;
    const QString name = QFileInfo(publication.path).fileName();
    switch (outcome.action) {
    case PublishAction::Create:
        return isDryRun ? u"Would create an issue in %1 from %2: %3"_s.arg(
                   publication.project, name, outcome.summary)
                        : u"Created %1 from %2"_s.arg(publication.issueKey, name);
    case PublishAction::Update:
        return (isDryRun ? u"Would update %1 from %2"_s : u"Updated %1 from %2"_s)
            .arg(publication.issueKey, name);
    case PublishAction::Comment:
        return (isDryRun ? u"Would comment on %1 what changed in %2"_s
                         : u"Commented on %1 what changed in %2"_s)
            .arg(publication.issueKey, name);
    case PublishAction::None:
        break;
    }
    return u"%1 is published as %2 and has not changed"_s.arg(name, publication.issueKey);
}

} // namespace

std::optional<Again> againFromName(QStringView name)
{
    if (name == "update"_L1)
        return Again::Update;
    if (name == "comment"_L1)
        return Again::Comment;
    return name == "new"_L1 ? std::optional(Again::New) : std::nullopt;
}

QLatin1StringView actionName(PublishAction action)
{
    switch (action) {
    case PublishAction::Create:
        return "created"_L1;
    case PublishAction::Update:
        return "updated"_L1;
    case PublishAction::Comment:
        return "commented"_L1;
    case PublishAction::None:
        break;
    }
    return "unchanged"_L1;
}

QString outcomeText(const PublishOutcome &outcome, bool isDryRun)
{
    QString text = sentenceOf(outcome, isDryRun);
    if (outcome.publication.issueUrl.isValid() && !outcome.publication.issueUrl.isEmpty())
        text += u"  "_s + QString::fromLatin1(outcome.publication.issueUrl.toEncoded());
    if (!outcome.attached.isEmpty())
        text += u"\nAttached: "_s + outcome.attached.join(u", "_s);
    for (const QString &note : outcome.notes)
        text += u'\n' + note;
    return text;
}

QString missingFilesText(const QList<LinkedFile> &missing)
{
    QStringList open;
    QStringList sentences;
    for (const LinkedFile &file : missing) {
        if (file.problem.isEmpty())
            open.append(file.name);
        else
            sentences.append(u"%1 was not attached. %2"_s.arg(file.name, file.problem));
    }
    if (!open.isEmpty())
        sentences.prepend((open.size() == 1 ? u"1 file is"_s : u"%1 files are"_s.arg(open.size()))
                          + u" still to be attached: %1."_s.arg(open.join(u", "_s)));
    if (!sentences.isEmpty())
        sentences.append(u"Publish the file again to try once more."_s);
    return sentences.join(u' ');
}

tl::unexpected<Error> undecided(const Publication &known)
{
    return failure(ErrorCode::Conflict,
                   u"%1 is published as %2 and has changed since. Say what to do: \"update\" the "
                   "issue, \"comment\" with what changed, or make a \"new\" one."_s.arg(
                       nameOf(known.path), known.issueKey));
}

tl::unexpected<Error> gone(const Publication &known)
{
    return failure(ErrorCode::NotFound,
                   u"%1, as which %2 was published, is gone or hidden from this account. Publish "
                   "the file as a \"new\" issue, or forget the link."_s.arg(known.issueKey,
                                                                            nameOf(known.path)));
}

tl::unexpected<Error> uncertain(const Publication &lost, const Error &error)
{
    return failure(
        {.code = error.code,
         .message = u"%1 It is not known whether %2 became an issue of %3. Publish it "
                    "again later: Fairlead looks first, and makes none twice. If it never "
                    "can, because the connection was removed, forget the link: "
                    "fairleadctl publish --forget %4"_s.arg(
                        error.message, nameOf(lost.path), lost.project, lost.id),
         .retryAfter = error.retryAfter,
         .reason = error.reason});
}

QString differenceComment(const QString &name, const QString &before, const QString &after)
{
    const QString diff = lineDiff(before, after);
    if (diff.isEmpty())
        return u"%1 was published again; its text did not change."_s.arg(name);
    QString fence = u"```"_s;
    while (diff.contains(fence))
        fence += u'`';
    return u"%1 has changed:\n\n%2diff\n%3%2"_s.arg(name, fence, diff);
}

} // namespace fairlead::publishing
