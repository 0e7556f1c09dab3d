// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The path of a proxied call: whatever is taken stays at the connection's host and below its
// prefix, also for a reader who decodes it over and over.
#include "server/providers/proxypath.h"
#include "tests/fuzz/finding.h"

using namespace fairlead;
using providers::ProxyPath;

namespace {

const QStringList prefixes{QStringLiteral("/rest/api/3/"), QStringLiteral("/v1/")};
const QStringList excluded{QStringLiteral("/v1/oauth/")};

/** What a careless server would make of a path. */
QByteArray resolved(QByteArray path)
{
    for (int i = 0; i < 8; ++i)
        path = QByteArray::fromPercentEncoding(path);
    path.replace('\\', '/');
    QByteArrayList names;
    for (const QByteArray &segment : path.split('/')) {
        const QByteArray name = segment.split(';').first();
        if (name == "..")
            names = names.mid(0, names.size() - 1);
        else if (name != "." && !name.isEmpty())
            names.append(name);
    }
    return '/' + names.join('/') + '/';
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = fuzz::inputFrom(data, size);
    const QString text = QString::fromUtf8(input);
    const auto path = ProxyPath::checked(text, prefixes, excluded);
    if (!path)
        return 0;
    const QUrl base(QStringLiteral("https://api.atlassian.com/ex/jira/CID"));
    const auto url = path->on(base, {{text, text}});
    if (!url)
        return 0;
    const QByteArray sent = url->toEncoded();
    fuzz::require(sent.startsWith("https://api.atlassian.com/ex/jira/CID/"), "at its address");
    fuzz::require(!sent.contains('#') && sent.count('?') == 1, "path and query");
    for (const char c : sent)
        fuzz::require(c > 0x20 && c < 0x7F, "one line of plain text");
    const QByteArray careless = resolved(sent.first(sent.indexOf('?')).sliced(25));
    fuzz::require(careless.startsWith("/ex/jira/CID/rest/api/3/")
                      || careless.startsWith("/ex/jira/CID/v1/"),
                  "below its prefix");
    fuzz::require(!careless.toLower().startsWith("/ex/jira/cid/v1/oauth/"), "not where tokens are");
    return 0;
}
