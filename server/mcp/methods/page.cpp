// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/page.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

QString cursorAfter(const QString &name)
{
    return QString::fromLatin1(
        name.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QString> nameInCursor(const QJsonValue &cursor)
{
    if (!cursor.isString())
        return std::nullopt;
    const auto name = QByteArray::fromBase64Encoding(cursor.toString().toUtf8(),
                                                     QByteArray::Base64UrlEncoding
                                                         | QByteArray::AbortOnBase64DecodingErrors);
    return name ? std::optional(QString::fromUtf8(name.decoded)) : std::nullopt;
}

Reply unknownCursor()
{
    return Reply::fromError(RpcCode::InvalidParams, u"Unknown cursor. Start the list anew."_s);
}

} // namespace fairlead::mcp
