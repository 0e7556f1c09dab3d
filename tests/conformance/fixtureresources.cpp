// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixtureresources.h"

#include "tests/conformance/fixtureanswers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

tools::Resource resource(const QString &name, const QString &mimeType)
{
    return {u"test://"_s + name, name, {}, u"A resource of the conformance suite."_s, mimeType};
}

} // namespace

QList<tools::Resource> FixtureResources::list(const tools::Caller &) const
{
    return {resource(u"static-text"_s, u"text/plain"_s),
            resource(u"static-binary"_s, u"image/png"_s),
            resource(u"watched-resource"_s, u"text/plain"_s)};
}

QList<tools::ResourceTemplate> FixtureResources::templates(const tools::Caller &) const
{
    return {{u"test://template/{id}/data"_s,
             u"template"_s,
             {},
             u"A template of the conformance suite."_s,
             u"application/json"_s}};
}

QCoro::Task<Result<QList<tools::Content>>> FixtureResources::read(tools::ResourceRead wish)
{
    static const QRegularExpression address(u"^test://template/([^/]+)/data$"_s);
    QList<tools::Content> contents;
    if (wish.uri == "test://static-text"_L1) {
        contents.append(textResource(
            wish.uri, u"text/plain"_s, u"This is the content of the static text resource."_s));
    } else if (wish.uri == "test://watched-resource"_L1) {
        contents.append(textResource(wish.uri, u"text/plain"_s, u"Watched."_s));
    } else if (wish.uri == "test://static-binary"_L1) {
        contents.append(textResource(wish.uri, u"image/png"_s, {}));
        contents.first().data = tinyPicture();
    } else if (const auto match = address.match(wish.uri); match.hasMatch()) {
        const QString text =
            u"{\"id\":\"%1\",\"templateTest\":true,\"data\":\"Data for ID: %1\"}"_s;
        contents.append(textResource(wish.uri, u"application/json"_s, text.arg(match.captured(1))));
    } else {
        co_return failure(ErrorCode::NotFound, u"There is no such resource."_s);
    }
    co_return contents;
}

QCoro::Task<Result<tools::Completion>> FixtureResources::complete(tools::CompletionQuery)
{
    co_return tools::Completion{};
}

} // namespace fairlead::conformance
