// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char usage[] =
    "publish FILE… --project KEY [--type NAME] [--parent ISSUE | --epic NAME] [--connection NAME] "
    "[--attach] [--again update|comment|new] [--dry-run]";
constexpr char listUsage[] = "publish --list [DIR]";
constexpr char forgetUsage[] = "publish --forget ID";
constexpr char exportUsage[] = "publish --export-links [DIR]";

constexpr qsizetype mostFiles = 1000;

/** What goes with every file. */
QJsonObject commonBody(const Arguments &arguments)
{
    QJsonObject body;
    for (const auto &name :
         {u"project"_s, u"type"_s, u"parent"_s, u"epic"_s, u"connection"_s, u"again"_s}) {
        if (arguments.isSet(name))
            body.insert(name, arguments.value(name));
    }
    if (arguments.isSet(u"attach"_s))
        body.insert("attach"_L1, true);
    if (arguments.isSet(u"dry-run"_s))
        body.insert("dry_run"_L1, true);
    return body;
}

/** One file after the other; what fails keeps none of the others from being published. */
QCoro::Task<int> publishFiles(Context context, QStringList files, QJsonObject common)
{
    QJsonArray published;
    QJsonArray failed;
    QStringList lines;
    int number = 0;
    for (const QString &file : files) {
        ++number;
        if (files.size() > 1)
            context.output.note(u"%1 of %2: %3"_s.arg(number).arg(files.size()).arg(file));
        QJsonObject body = common;
        body.insert("path"_L1, QDir().absoluteFilePath(file));
        const auto answer = co_await context.api.call("POST"_ba, u"/api/publications"_s, body);
        if (answer) {
            published.append(*answer);
            lines.append(answer->value("message"_L1).toString());
            continue;
        }
        if (context.api.noInstance())
            co_return context.failed(answer.error());
        failed.append(QJsonObject{{u"path"_s, file}, {u"message"_s, answer.error().message}});
        lines.append(u"%1: %2"_s.arg(file, answer.error().message));
    }
    if (files.size() > 1)
        lines.append(u"%1 of %2 published."_s.arg(published.size()).arg(files.size()));
    const QJsonObject json{{u"published"_s, published}, {u"failed"_s, failed}};
    context.output.result(lines.join(u'\n'), json);
    co_return failed.isEmpty() ? Done : Failed;
}

QString shown(const QJsonArray &publications)
{
    if (publications.isEmpty())
        return u"No file is published yet. To publish one: fairleadctl publish FILE --project "
               "KEY"_s;
    QList<QStringList> rows{{u"ISSUE"_s, u"STATUS"_s, u"FILE"_s, u"STATE"_s, u"ID"_s}};
    for (const auto &publication : publications) {
        const QString problem = publication["problem"_L1].toString();
        const QString state = !publication["file_exists"_L1].toBool() ? u"file is gone"_s
            : publication["file_changed"_L1].toBool()                 ? u"changed since"_s
                                                                      : u"as published"_s;
        const QString note = publication["note"_L1].toString();
        QString said = problem.isEmpty() ? state : problem;
        if (!note.isEmpty())
            said += (problem.isEmpty() ? u". "_s : u" "_s) + note;
        rows.append({publication["issue"_L1].toString(u"?"_s),
                     publication["status"_L1].toString(u"?"_s),
                     QDir::toNativeSeparators(publication["path"_L1].toString()),
                     said,
                     publication["id"_L1].toString()});
    }
    return table(rows);
}

QCoro::Task<int> list(Context context, QStringList folders)
{
    QString address = u"/api/publications"_s;
    if (!folders.isEmpty()) {
        const QString path = QDir::cleanPath(QDir().absoluteFilePath(folders.first()));
        address += u"?folder="_s + QString::fromLatin1(QUrl::toPercentEncoding(path));
    }
    const auto answer = co_await context.api.call("GET"_ba, address);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(shown(answer->value("publications"_L1).toArray()), *answer);
    co_return Done;
}

QCoro::Task<int> forget(Context context, QString id)
{
    const auto answer = co_await context.api.call(
        "DELETE"_ba, u"/api/publications/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)));
    if (!answer)
        co_return context.failed(answer.error());
    const QJsonObject json{{u"forgotten"_s, id}};
    context.output.result(u"The link is forgotten. File and issue stay."_s, json);
    co_return Done;
}

QCoro::Task<int> exportLinks(Context context, QStringList folders)
{
    QJsonObject body;
    if (!folders.isEmpty())
        body.insert("folder"_L1, QDir::cleanPath(QDir().absoluteFilePath(folders.first())));
    const auto answer = co_await context.api.call("POST"_ba, u"/api/publications/export"_s, body);
    if (!answer)
        co_return context.failed(answer.error());
    QStringList lines;
    const QJsonArray files = answer->value("files"_L1).toArray();
    for (const auto &file : files)
        lines.append(u"The links are in %1."_s.arg(file.toString()));
    context.output.result(lines.join(u'\n'), *answer);
    co_return Done;
}

} // namespace

QCoro::Task<int> runPublish(Context context, QStringList arguments)
{
    const QStringList options{u"project="_s,
                              u"type="_s,
                              u"parent="_s,
                              u"connection="_s,
                              u"again="_s,
                              u"attach"_s,
                              u"dry-run"_s,
                              u"epic="_s,
                              u"list"_s,
                              u"export-links"_s,
                              u"forget="_s};
    const auto parsed = Arguments::parse(arguments, options, 0, mostFiles);
    if (!parsed)
        co_return context.misused(parsed.error(), usage);
    const QStringList files = parsed->positionals();
    const bool isList = parsed->isSet(u"list"_s);
    const bool isExport = parsed->isSet(u"export-links"_s);
    if ((isList || isExport) && files.size() > 1)
        co_return context.misused({ErrorCode::InvalidInput, u"Name one folder at most."_s},
                                  isList ? listUsage : exportUsage);
    if (isList)
        co_return co_await list(context, files);
    if (isExport)
        co_return co_await exportLinks(context, files);
    if (parsed->isSet(u"forget"_s) && files.isEmpty())
        co_return co_await forget(context, parsed->value(u"forget"_s));
    if (parsed->isSet(u"forget"_s))
        co_return context.misused(
            {ErrorCode::InvalidInput, u"--forget takes the id of a link and no file."_s},
            forgetUsage);
    if (files.isEmpty())
        co_return context.misused({ErrorCode::InvalidInput, u"Name a file to publish."_s}, usage);
    co_return co_await publishFiles(context, files, commonBody(*parsed));
}

} // namespace fairlead::ctl
