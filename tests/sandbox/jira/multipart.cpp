// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/multipart.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** The value of name="…" or name=… in a header's text. */
QString attribute(const QString &header, const QString &name)
{
    const QRegularExpression pattern(u"(?:^|[;\\s])%1=(?:\"([^\"]*)\"|([^;\\s]+))"_s.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(header);
    return match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
}

} // namespace

std::optional<QList<UploadedFile>> uploadedFiles(const Request &request)
{
    const QByteArray boundary =
        attribute(QString::fromUtf8(request.header("content-type")), u"boundary"_s).toUtf8();
    const QByteArray opening = "--" + boundary;
    if (boundary.isEmpty() || !request.body.startsWith(opening)
        || !request.body.contains("\r\n" + opening + "--"))
        return std::nullopt;
    QList<UploadedFile> files;
    qsizetype at = opening.size();
    while (request.body.mid(at, 2) == "\r\n") {
        const qsizetype headEnd = request.body.indexOf("\r\n\r\n", at);
        const qsizetype end = request.body.indexOf("\r\n" + opening, headEnd);
        if (headEnd < 0 || end < 0)
            return std::nullopt;
        UploadedFile file;
        const QString head = QString::fromUtf8(request.body.mid(at + 2, headEnd - at - 2));
        for (const QString &line : head.split(u"\r\n"_s)) {
            if (line.startsWith("content-disposition:"_L1, Qt::CaseInsensitive)) {
                file.fieldName = attribute(line, u"name"_s);
                file.fileName = attribute(line, u"filename"_s);
            } else if (line.startsWith("content-type:"_L1, Qt::CaseInsensitive)) {
                file.mimeType = line.section(u':', 1).trimmed();
            }
        }
        file.content = request.body.mid(headEnd + 4, end - headEnd - 4);
        files.append(file);
        at = end + 2 + opening.size();
    }
    return files;
}

} // namespace fairlead::sandbox
