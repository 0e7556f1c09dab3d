// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/contentmessages.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

QJsonObject textContent(const QString &text)
{
    return {{u"type"_s, u"text"_s}, {u"text"_s, text}};
}

QJsonObject mediaContent(const QString &type, const tools::Content &content)
{
    return {{u"type"_s, type},
            {u"data"_s, QString::fromLatin1(content.data.toBase64())},
            {u"mimeType"_s, content.mimeType}};
}

QJsonObject linkContent(const tools::Content &content)
{
    QJsonObject link{
        {u"type"_s, u"resource_link"_s}, {u"uri"_s, content.uri}, {u"name"_s, content.name}};
    if (!content.mimeType.isEmpty())
        link["mimeType"_L1] = content.mimeType;
    return link;
}

QJsonObject bareContent(const tools::Content &content, Revision revision)
{
    using Kind = tools::Content::Kind;
    switch (content.kind) {
    case Kind::Text:
        return textContent(content.text);
    case Kind::Image:
        return mediaContent(u"image"_s, content);
    case Kind::Audio:
        if (revision >= Revision::V20250326)
            return mediaContent(u"audio"_s, content);
        return textContent(
            u"(A sound of type %1 was left out: this client's protocol revision has no audio.)"_s
                .arg(content.mimeType));
    case Kind::Resource:
        return {{u"type"_s, u"resource"_s}, {u"resource"_s, resourceContentsToJson(content)}};
    case Kind::ResourceLink:
        if (revision >= Revision::V20250618)
            return linkContent(content);
        return textContent(u"%1: %2"_s.arg(content.name, content.uri));
    }
    return {};
}

} // namespace

QJsonObject contentToJson(const tools::Content &content, Revision revision)
{
    QJsonObject json = bareContent(content, revision);
    // So that a client can tell what others have written from what this server says.
    if (!content.source.isEmpty() && revision >= Revision::V20250618)
        json["_meta"_L1] = QJsonObject{{u"fairlead/source"_s, content.source}};
    return json;
}

QJsonObject resourceContentsToJson(const tools::Content &content)
{
    QJsonObject resource{{u"uri"_s, content.uri}};
    if (!content.mimeType.isEmpty())
        resource["mimeType"_L1] = content.mimeType;
    if (content.data.isEmpty())
        resource["text"_L1] = content.text;
    else
        resource["blob"_L1] = QString::fromLatin1(content.data.toBase64());
    return resource;
}

} // namespace fairlead::mcp
