// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfedit.h"

#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/adf/blockeditor.h"

#include <QJsonArray>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

QString comparableText(QString markdown)
{
    return markdown.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').trimmed();
}

} // namespace

QJsonObject editedAdf(const QJsonObject &original, const QString &markdown)
{
    if (comparableText(markdownFromAdf(original)) == comparableText(markdown))
        return original;
    const QJsonArray content = original["content"_L1].toArray();
    if (content.isEmpty())
        return adfFromMarkdown(markdown);
    QJsonObject edited = original;
    edited["content"_L1] = BlockEditor(original).edited(markdown);
    return edited;
}

} // namespace fairlead::providers::jira
