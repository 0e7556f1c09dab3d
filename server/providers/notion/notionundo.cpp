// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionundo.h"

#include "server/providers/notion/undovalues.h"

#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr std::array looks{"icon"_L1, "cover"_L1};
constexpr std::array switches{"is_locked"_L1, "in_trash"_L1};

RestCall callOf(const QByteArray &method, const QString &path, const QString &write = {})
{
    RestCall call;
    call.method = method;
    call.path = path;
    call.subject = u"What was changed"_s;
    call.write = write;
    call.check = u"Look at it in Notion."_s;
    call.isIdempotent = method != "POST";
    return call;
}

RestCall readingPath(const KeptWrite &write)
{
    return callOf("GET"_ba, write.path);
}

// -- Pages

/** Without what changes by itself, such as the signed address of a picture. */
QJsonValue lookOf(const QJsonValue &look)
{
    const QString type = look["type"_L1].toString();
    if (type.isEmpty())
        return QJsonValue::Null;
    if (type == "file"_L1)
        return QJsonObject{{u"type"_s, type}};
    return QJsonObject{{u"type"_s, type}, {type, look[type]}};
}

/** The same of a property. */
QJsonObject propertyOf(QJsonObject property)
{
    if (property.value("type"_L1) != u"files"_s)
        return property;
    QJsonArray names;
    const QJsonArray files = property.value("files"_L1).toArray();
    for (const auto &file : files)
        names.append(QJsonObject{{u"name"_s, file["name"_L1]}});
    property.insert(u"files"_s, names);
    return property;
}

/** A change names a property by its name or its id. */
QJsonObject changedProperties(const QJsonObject &wanted, const QJsonObject &all)
{
    QJsonObject changed;
    for (auto property = all.begin(); property != all.end(); ++property) {
        const QString id = property.value()["id"_L1].toString();
        if (wanted.contains(property.key()) || wanted.contains(id))
            changed.insert(property.key(), propertyOf(property.value().toObject()));
    }
    return changed;
}

QJsonObject pageState(const KeptWrite &write, const QJsonObject &page)
{
    const QJsonObject body = write.body.toObject();
    QJsonObject state = changedProperties(body.value("properties"_L1).toObject(),
                                          page.value("properties"_L1).toObject());
    // A property may be called as one of these is.
    for (const auto name : looks) {
        if (body.contains(name))
            state.insert(u"page "_s + name, lookOf(page.value(name)));
    }
    for (const auto name : switches) {
        if (body.contains(name))
            state.insert(u"page "_s + name, page.value(name).toBool());
    }
    return state;
}

Result<RestCall> restoringPage(const KeptWrite &write, const QJsonObject &)
{
    QJsonObject body;
    QJsonObject properties;
    for (auto field = write.before.begin(); field != write.before.end(); ++field) {
        const QString member =
            field.key().startsWith("page "_L1) ? field.key().section(u' ', 1) : QString();
        const bool isLook = member == looks[0] || member == looks[1];
        if (isLook && write.body.toObject().contains(member)) {
            const auto look = settableLook(u"The "_s + member, field.value());
            if (!look)
                return failure(look.error());
            body.insert(member, *look);
        } else if (!member.isEmpty() && field.value().isBool()) {
            body.insert(member, field.value());
        } else {
            const auto property = settableProperty(field.key(), field.value().toObject());
            if (!property)
                return failure(property.error());
            properties.insert(field.key(), *property);
        }
    }
    if (!properties.isEmpty())
        body.insert(u"properties"_s, properties);
    RestCall call = callOf("PATCH"_ba, write.path, u"undoing the change"_s);
    call.json = body;
    return call;
}

RestCall readingMade(const KeptWrite &write)
{
    return callOf("GET"_ba, u"/v1/pages/"_s + write.answer.value("id"_L1).toString());
}

/** To the minute: Notion says no more. */
QJsonObject madeState(const KeptWrite &, const QJsonObject &page)
{
    if (page.value("in_trash"_L1).toBool())
        return {};
    return {{u"last edited"_s, page.value("last_edited_time"_L1)}};
}

Result<RestCall> trashing(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = readingMade(write);
    call.method = "PATCH";
    call.write = u"moving the page to the trash"_s;
    call.json = QJsonObject{{u"in_trash"_s, true}};
    return call;
}

RestCall readingMoved(const KeptWrite &write)
{
    return callOf("GET"_ba, u"/v1/pages/"_s + write.ids.value(0));
}

QJsonObject placeState(const KeptWrite &, const QJsonObject &page)
{
    const QJsonObject parent = page.value("parent"_L1).toObject();
    const QString type = parent.value("type"_L1).toString();
    return {{u"place"_s, QJsonObject{{u"type"_s, type}, {type, parent.value(type)}}}};
}

Result<RestCall> movingBack(const KeptWrite &write, const QJsonObject &)
{
    const QJsonValue place = write.before.value("place"_L1);
    const QString type = place["type"_L1].toString();
    if (type != "page_id"_L1 && type != "data_source_id"_L1)
        return failure(ErrorCode::InvalidInput,
                       u"It cannot be undone: Notion lets nobody move a page to where it was, "
                       "which was neither a page nor a database. Move it in Notion."_s);
    RestCall call = callOf("POST"_ba, write.path, u"moving the page back"_s);
    call.isIdempotent = true;
    call.json = QJsonObject{{u"parent"_s, place}};
    return call;
}

// -- Texts

QJsonObject contentState(const KeptWrite &, const QJsonObject &content)
{
    QJsonObject state{{u"content"_s, content.value("markdown"_L1)}};
    if (content.value("truncated"_L1).toBool())
        state.insert(u"truncated"_s, true);
    return state;
}

Result<RestCall> restoringContent(const KeptWrite &write, const QJsonObject &)
{
    if (write.before.contains("truncated"_L1))
        return failure(ErrorCode::InvalidInput,
                       u"It cannot be undone: the page was longer than Notion shows at once. Its "
                       "history is in Notion."_s);
    RestCall call = callOf("PATCH"_ba, write.path, u"restoring the page's text"_s);
    const QJsonObject content{{u"new_str"_s, write.before.value("content"_L1)}};
    call.json = QJsonObject{{u"type"_s, u"replace_content"_s}, {u"replace_content"_s, content}};
    return call;
}

/** "paragraph": what a change of a block sets beside its place. */
QString blockTypeOf(const KeptWrite &write)
{
    const QJsonObject body = write.body.toObject();
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.value().isObject())
            return member.key();
    }
    return {};
}

QJsonObject blockState(const KeptWrite &write, const QJsonObject &block)
{
    const QString type = blockTypeOf(write);
    const QJsonObject content = block.value(type).toObject();
    QJsonObject state;
    for (const QString &name : write.body[type].toObject().keys())
        state.insert(name, content.value(name));
    if (write.body.toObject().contains("in_trash"_L1))
        state.insert(u"in_trash"_s, block.value("in_trash"_L1));
    return state;
}

Result<RestCall> restoringBlock(const KeptWrite &write, const QJsonObject &)
{
    QJsonObject content;
    QJsonObject body;
    for (auto field = write.before.begin(); field != write.before.end(); ++field) {
        if (field.key() == "in_trash"_L1)
            body.insert(field.key(), field.value());
        else
            content.insert(field.key(),
                           field.value().isArray()
                               ? QJsonValue(settableWords(field.value().toArray()))
                               : field.value());
    }
    if (!content.isEmpty())
        body.insert(blockTypeOf(write), content);
    RestCall call = callOf("PATCH"_ba, write.path, u"restoring the block"_s);
    call.json = body;
    return call;
}

QJsonObject presentState(const KeptWrite &, const QJsonObject &block)
{
    if (block.value("in_trash"_L1).toBool())
        return {};
    return {{u"block"_s, block.value(block.value("type"_L1).toString())}};
}

Result<RestCall> restoringDeleted(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = callOf("PATCH"_ba, write.path, u"restoring the block"_s);
    call.json = QJsonObject{{u"in_trash"_s, false}};
    return call;
}

// -- Comments

RestCall readingComment(const KeptWrite &write)
{
    const QString made = write.answer.value("id"_L1).toString();
    return callOf("GET"_ba, made.isEmpty() ? write.path : u"/v1/comments/"_s + made);
}

QJsonObject commentState(const KeptWrite &, const QJsonObject &comment)
{
    return {{u"comment"_s, comment.value("rich_text"_L1)}};
}

Result<RestCall> deletingComment(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = readingComment(write);
    call.method = "DELETE";
    call.write = u"deleting the comment"_s;
    return call;
}

Result<RestCall> restoringComment(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = callOf("PATCH"_ba, write.path, u"restoring the comment"_s);
    call.json =
        QJsonObject{{u"rich_text"_s, settableWords(write.before.value("comment"_L1).toArray())}};
    return call;
}

using enum UndoKind::Begins;
using enum UndoKind::Ends;

constexpr std::array kinds{
    UndoKind{
        .method = "PATCH"_L1,
        .path = "/v1/pages/{page_id}"_L1,
        .says =
            "Its properties, icon and cover get back what they had, and it leaves or enters the trash again; files that lie with Notion do not come back."_L1,
        .ends = Answered,
        .reading = readingPath,
        .state = pageState,
        .inverse = restoringPage},
    UndoKind{.method = "POST"_L1,
             .path = "/v1/pages"_L1,
             .says = "The page goes to the trash."_L1,
             .begins = Nothing,
             .reading = readingMade,
             .state = madeState,
             .inverse = trashing},
    UndoKind{.method = "POST"_L1,
             .path = "/v1/pages/{page_id}/move"_L1,
             .says = "The page goes back below the page or database where it was."_L1,
             .reading = readingMoved,
             .state = placeState,
             .inverse = movingBack},
    UndoKind{
        .method = "PATCH"_L1,
        .path = "/v1/pages/{page_id}/markdown"_L1,
        .says =
            "The page gets back its text; its blocks are new ones then, and comments on them are gone."_L1,
        .reading = readingPath,
        .state = contentState,
        .inverse = restoringContent},
    UndoKind{.method = "PATCH"_L1,
             .path = "/v1/blocks/{block_id}"_L1,
             .says = "The block gets back what it had."_L1,
             .ends = Answered,
             .reading = readingPath,
             .state = blockState,
             .inverse = restoringBlock},
    UndoKind{.method = "DELETE"_L1,
             .path = "/v1/blocks/{block_id}"_L1,
             .says = "The block is taken out of the trash."_L1,
             .reading = readingPath,
             .state = presentState,
             .inverse = restoringDeleted},
    UndoKind{.method = "PATCH"_L1,
             .path = "/v1/blocks/{block_id}/children"_L1,
             .says = "Not of what is appended as blocks: delete those in Notion."_L1},
    UndoKind{.method = "POST"_L1,
             .path = "/v1/comments"_L1,
             .says = "The comment is deleted; who was told of it stays told."_L1,
             .begins = Nothing,
             .reading = readingComment,
             .state = commentState,
             .inverse = deletingComment},
    UndoKind{.method = "PATCH"_L1,
             .path = "/v1/comments/{comment_id}"_L1,
             .says = "The comment gets back its text."_L1,
             .reading = readingComment,
             .state = commentState,
             .inverse = restoringComment},
    UndoKind{.method = "DELETE"_L1,
             .path = "/v1/comments/{comment_id}"_L1,
             .says = "No: Notion brings no deleted comment back."_L1},
    UndoKind{.method = "POST"_L1,
             .path = "/v1/databases"_L1,
             .says = "No: the new database is moved to the trash in Notion."_L1},
    UndoKind{.method = "PATCH"_L1,
             .path = "/v1/data_sources/{data_source_id}"_L1,
             .says = "No: what stood in a column that went does not come back."_L1},
};

/** The session lives as long as its call. */
QCoro::Task<Result<QByteArray>> sent(const NotionSessions &sessions,
                                     connections::Connection connection,
                                     tools::Caller caller,
                                     CancellationToken cancellation,
                                     RestCall call)
{
    const auto session = sessions.open(connection, caller, cancellation);
    auto body = co_await session.client->fetch(std::move(call));
    co_return sessions.choice().noted(connection, std::move(body));
}

} // namespace

std::span<const UndoKind> undoKinds()
{
    return kinds;
}

UndoRules undoRules(const NotionTools &tools)
{
    UndoRules rules;
    rules.provider = u"notion"_s;
    rules.kinds = kinds;
    rules.shown = shownValue;
    rules.send = std::bind_front(sent, std::cref(tools.sessions));
    return rules;
}

} // namespace fairlead::providers::notion
