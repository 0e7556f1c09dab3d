// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/clientname.h"

#include "server/base/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

constexpr qsizetype longestName = 64;

struct Known
{
    QLatin1StringView product; ///< in lower case
    QLatin1StringView name;
};

constexpr std::array<Known, 10> known{{{"claude-code"_L1, "Claude Code"_L1},
                                       {"claude-user"_L1, "Claude"_L1},
                                       {"codex-cli"_L1, "Codex"_L1},
                                       {"codex_cli_rs"_L1, "Codex"_L1},
                                       {"cursor"_L1, "Cursor"_L1},
                                       {"gemini-cli"_L1, "Gemini CLI"_L1},
                                       {"opencode"_L1, "opencode"_L1},
                                       {"visual-studio-code"_L1, "VS Code"_L1},
                                       {"windsurf"_L1, "Windsurf"_L1},
                                       {"zed"_L1, "Zed"_L1}}};

} // namespace

QString clientNameFrom(const QByteArray &userAgent)
{
    const QString agent = cleanedLine(QString::fromUtf8(userAgent), longestName).trimmed();
    const QString first = agent.section(u' ', 0, 0);
    const QString product = first.section(u'/', 0, 0);
    const QString version = first.section(u'/', 1, 1);
    QString name = product;
    for (const Known &each : known) {
        if (product.compare(each.product, Qt::CaseInsensitive) == 0)
            name = each.name;
    }
    return version.isEmpty() ? name : name + u' ' + version;
}

} // namespace fairlead::audit
