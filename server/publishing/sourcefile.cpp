// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/sourcefile.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/providers/approvedfolders.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

constexpr qsizetype longestSummary = 255; // Jira's
constexpr qsizetype longestText = 2 * 1024 * 1024;

bool isText(const QByteArray &content)
{
    return content.size() <= longestText && !content.contains('\0') && content.isValidUtf8();
}

SourceFile::Kind kindOf(const QString &path, const QByteArray &content)
{
    if (!isText(content))
        return SourceFile::Kind::Other;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "md"_L1 || suffix == "markdown"_L1)
        return SourceFile::Kind::Markdown;
    const QMimeType type = QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension);
    return type.isDefault() || type.inherits(u"text/plain"_s) ? SourceFile::Kind::Text
                                                              : SourceFile::Kind::Other;
}

/** YAML between two lines of dashes, which many note-taking programs begin a file with. */
QString withoutFrontMatter(const QString &text)
{
    static const QRegularExpression frontMatter(u"\\A---\\n.*?\\n(---|\\.\\.\\.)(\\n|\\z)"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    const auto match = frontMatter.match(text);
    return match.hasMatch() ? text.sliced(match.capturedLength()) : text;
}

struct Heading
{
    QString text;
    qsizetype start = 0;
    qsizetype length = 0;
};

/** The heading that a text begins with, in either of Markdown's two forms. */
Heading firstHeading(const QString &text)
{
    static const QRegularExpression marked(u"\\A\\s*#{1,6}[ \\t]+(.+?)[ \\t]*#*[ \\t]*(\\n|\\z)"_s);
    static const QRegularExpression underlined(u"\\A\\s*(\\S[^\\n]*)\\n(=+|-+)[ \\t]*(\\n|\\z)"_s);
    for (const auto *form : {&marked, &underlined}) {
        const auto match = form->match(text);
        if (match.hasMatch())
            return {match.captured(1), match.capturedStart(), match.capturedLength()};
    }
    return {};
}

/** What a heading says without the marks of Markdown's emphasis, code and links. */
QString plain(QString text)
{
    static const QRegularExpression link(u"!?\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    static const QRegularExpression marks(u"(\\*\\*|__|\\*|`|~~)"_s);
    text.replace(link, u"\\1"_s).remove(marks);
    return cleanedLine(text, longestSummary).simplified();
}

/** A fence that no line of the text ends. */
QString codeBlock(const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + u'\n' + text + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence + u'\n';
}

QString workspaceOf(const providers::ApprovedFolders &folders, const QString &path)
{
    QString longest;
    for (const QString &folder : folders.folders()) {
        if (path.startsWith(folder + u'/') && folder.size() > longest.size())
            longest = folder;
    }
    return longest;
}

void describe(SourceFile &file)
{
    QString text = QString::fromUtf8(file.content);
    text.replace("\r\n"_L1, "\n"_L1);
    if (file.kind == SourceFile::Kind::Markdown) {
        text = withoutFrontMatter(text);
        const Heading heading = firstHeading(text);
        file.summary = plain(heading.text);
        if (!file.summary.isEmpty())
            text.remove(heading.start, heading.length);
        file.description = text.trimmed();
    } else if (file.kind == SourceFile::Kind::Text) {
        file.description = codeBlock(text);
    }
}

} // namespace

Result<SourceFile> SourceFile::read(const providers::ApprovedFolders &folders, const QString &path)
{
    const auto real = folders.resolved(path);
    if (!real)
        return failure(real.error());
    const auto opened = folders.openForReading(*real);
    if (!opened)
        return failure(opened.error());
    SourceFile file;
    file.path = *real;
    file.workspace = workspaceOf(folders, *real);
    file.content = (*opened)->readAll();
    if (file.content.size() != (*opened)->size())
        return failure(ErrorCode::Storage,
                       u"%1 could not be read (%2)."_s.arg(*real, (*opened)->errorString()));
    if (file.content.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"%1 is empty, so there is nothing to publish."_s.arg(*real));
    file.contentHash = sha256Hex(file.content);
    file.kind = kindOf(*real, file.content);
    describe(file);
    if (file.summary.isEmpty()) {
        file.summary = cleanedLine(
            u"[%1] %2"_s.arg(QFileInfo(file.workspace).fileName(), QFileInfo(*real).fileName()),
            longestSummary);
    }
    return file;
}

} // namespace fairlead::publishing
