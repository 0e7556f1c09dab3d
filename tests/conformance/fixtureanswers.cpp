// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixtureanswers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {

QByteArray tinyPicture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAF"
        "BQIAX8jx0gAAAABJRU5ErkJggg==");
}

QByteArray tinySound()
{
    return QByteArray::fromBase64("UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=");
}

tools::Content textResource(const QString &uri, const QString &mimeType, const QString &text)
{
    tools::Content content;
    content.kind = tools::Content::Kind::Resource;
    content.uri = uri;
    content.mimeType = mimeType;
    content.text = text;
    return content;
}

tools::Content picture()
{
    tools::Content content;
    content.kind = tools::Content::Kind::Image;
    content.data = tinyPicture();
    content.mimeType = u"image/png"_s;
    return content;
}

tools::InputRequest formFor(const QString &key,
                            const QString &message,
                            const QString &property,
                            const QString &type)
{
    tools::InputRequest request;
    request.key = key;
    request.message = message;
    request.schema = {{u"type"_s, u"object"_s},
                      {u"properties"_s, QJsonObject{{property, QJsonObject{{u"type"_s, type}}}}},
                      {u"required"_s, QJsonArray{property}}};
    return request;
}

tools::InputRequest sampling(const QString &key, const QString &text, int maxTokens)
{
    tools::InputRequest request;
    request.kind = tools::InputRequest::Kind::Sampling;
    request.key = key;
    const QJsonObject message{
        {u"role"_s, u"user"_s},
        {u"content"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}};
    request.params = {{u"messages"_s, QJsonArray{message}}, {u"maxTokens"_s, maxTokens}};
    return request;
}

tools::InputRequest roots()
{
    tools::InputRequest request;
    request.kind = tools::InputRequest::Kind::Roots;
    request.key = u"client_roots"_s;
    return request;
}

} // namespace fairlead::conformance
