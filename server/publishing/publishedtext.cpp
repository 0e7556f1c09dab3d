// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/publishedtext.h"

#include "server/providers/approvedfolders.h"
#include "server/publishing/markdownlinks.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using providers::ApprovedFolders;

constexpr qsizetype longestDescription = 30'000; // Jira takes 32,767 characters
constexpr qsizetype mostPictures = 20;
constexpr qint64 largestPicture = 10 * 1024 * 1024;

class Pictures
{
public:
    Pictures(const ApprovedFolders &folders, PublishedText &text)
        : m_folders(folders)
        , m_text(text)
    {}

    /** What stands in the place of the picture. */
    [[nodiscard]] QString place(const RelativeLink &link, const QString &path)
    {
        const QString name = taken(path);
        if (name.isEmpty()) {
            m_text.notes.append(u"The picture %1 could not be taken along."_s.arg(link.path));
            return link.text.isEmpty() ? link.path : link.text;
        }
        return link.text.isEmpty() ? u"(attached: %1)"_s.arg(name)
                                   : u"%1 (attached: %2)"_s.arg(link.text, name);
    }

private:
    /** The name that it is attached under; empty when it cannot be. */
    [[nodiscard]] QString taken(const QString &path)
    {
        const auto real = m_folders.resolved(path);
        if (!real)
            return {};
        const QString name = ApprovedFolders::fileName(QFileInfo(*real).fileName());
        if (m_paths.contains(*real))
            return name;
        const auto file = m_folders.openForReading(*real);
        if (!file || (*file)->size() > largestPicture || m_paths.size() >= mostPictures)
            return {};
        const QByteArray content = (*file)->readAll();
        if (content.isEmpty() || content.size() != (*file)->size())
            return {};
        m_paths.append(*real);
        m_text.attachments.append({name, *real, content});
        return name;
    }

    const ApprovedFolders &m_folders;
    PublishedText &m_text;
    QStringList m_paths;
};

/** Cut at a line's end, with a word on where the rest is. */
void shorten(PublishedText &text, const QString &name)
{
    const qsizetype end = text.description.lastIndexOf(u'\n', longestDescription);
    text.description.truncate(end > 0 ? end : longestDescription);
    // A block of code that was cut in two would swallow the note.
    const auto fences =
        text.description.count(u"\n```"_s) + (text.description.startsWith("```"_L1) ? 1 : 0);
    if (fences % 2 != 0)
        text.description += u"\n```"_s;
    text.description += u"\n\n(The rest is in the attached file %1.)"_s.arg(name);
    text.notes.append(
        u"The text is longer than Jira takes: it was cut, and %1 is attached."_s.arg(name));
}

} // namespace

PublishedText publishedText(const SourceFile &file,
                            const ApprovedFolders &folders,
                            const IssueOfFile &issueOf,
                            bool attachOriginal)
{
    PublishedText text;
    const QString name = ApprovedFolders::fileName(QFileInfo(file.path).fileName());
    const QString folder = QFileInfo(file.path).path();
    text.description = file.description;
    if (file.kind == SourceFile::Kind::Markdown) {
        Pictures pictures(folders, text);
        text.description = withRelativeLinks(file.description, [&](const RelativeLink &link) {
            const QString path = folder + u'/' + link.path;
            if (link.isImage)
                return pictures.place(link, path);
            const auto real = folders.resolved(path);
            const QUrl issue = real ? issueOf(*real) : QUrl();
            return issue.isEmpty()
                ? u"%1 (%2)"_s.arg(link.text, link.path)
                : u"[%1](%2)"_s.arg(link.text, QString::fromLatin1(issue.toEncoded()));
        });
    }
    if (text.description.isEmpty())
        text.description = u"(attached: %1)"_s.arg(name);
    const bool isCut = text.description.size() > longestDescription;
    if (isCut)
        shorten(text, name);
    if (attachOriginal || isCut || file.kind == SourceFile::Kind::Other
        || file.description.isEmpty())
        text.attachments.prepend({name, file.path, file.content});
    return text;
}

} // namespace fairlead::publishing
