// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The converters between Markdown and Atlassian documents: no input ends them, a document made from
// Markdown is a document, and an input that is JSON is read as one.
#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "tests/fuzz/finding.h"

#include <QJsonDocument>

using namespace fairlead;
using namespace fairlead::providers;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = fuzz::inputFrom(data, size);
    const auto document = QJsonDocument::fromJson(input);
    const QString markdown =
        document.isObject() ? jira::markdownFromAdf(document.object()) : QString::fromUtf8(input);
    const QJsonObject written = jira::adfFromMarkdown(markdown);
    fuzz::require(written[QLatin1String("type")] == QLatin1String("doc"), "a document");
    fuzz::require(written[QLatin1String("content")].isArray(), "with content");
    (void)jira::markdownFromAdf(written);
    fuzz::require(jira::editedAdf(written, jira::markdownFromAdf(written)) == written,
                  "an edit that changes nothing");
    if (document.isObject())
        (void)jira::editedAdf(document.object(), markdown + QString::fromUtf8(input.left(200)));
    return 0;
}
