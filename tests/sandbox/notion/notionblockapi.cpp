// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionblockapi.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionblocks.h"
#include "tests/sandbox/notion/notionblocktext.h"
#include "tests/sandbox/notion/notionpaging.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Response archived()
{
    return notionInvalid(
        u"Can't edit block that is archived. You must unarchive the block before editing."_s);
}

QJsonObject person(const QString &id)
{
    return {{u"object"_s, u"user"_s}, {u"id"_s, id}};
}

QJsonObject parentObject(const NotionPage &page, const QString &parentBlockId)
{
    if (!parentBlockId.isEmpty())
        return {{u"type"_s, u"block_id"_s}, {u"block_id"_s, parentBlockId}};
    return {{u"type"_s, u"page_id"_s}, {u"page_id"_s, page.id}};
}

QJsonObject blockObject(const QString &id, const QString &type, const QJsonObject &content)
{
    return {{u"object"_s, u"block"_s}, {u"id"_s, id}, {u"type"_s, type}, {type, content}};
}

} // namespace

QList<NotionRoute> NotionBlockApi::routes()
{
    using enum NotionCapability;
    const QString one = u"/v1/blocks/{block_id}"_s;
    const QString inner = one + u"/children"_s;
    return {{"GET", one, ReadContent, [this](auto &call) { return get(call); }},
            {"PATCH", one, UpdateContent, [this](auto &call) { return update(call); }},
            {"DELETE", one, UpdateContent, [this](auto &call) { return remove(call); }},
            {"GET",
             inner,
             ReadContent,
             [this](auto &call) { return children(call); },
             {u"page_size"_s, u"start_cursor"_s}},
            {"PATCH", inner, InsertContent, [this](auto &call) { return append(call); }}};
}

std::optional<NotionBlockApi::Place> NotionBlockApi::findIn(NotionPage &page,
                                                            QList<NotionBlock> &blocks,
                                                            const QString &id,
                                                            const QString &parentBlockId)
{
    for (NotionBlock &block : blocks) {
        if (block.id == id)
            return Place{.page = &page,
                         .block = &block,
                         .siblings = &blocks,
                         .parentBlockId = parentBlockId};
        if (const auto inside = findIn(page, block.children, id, block.id))
            return inside;
    }
    return std::nullopt;
}

std::optional<NotionBlockApi::Place> NotionBlockApi::findTrashed(const NotionCall &call)
{
    for (NotionTrashedBlock &trashed : m_workspace.trashedBlocks) {
        NotionPage *page = m_workspace.page(trashed.pageId);
        if (trashed.block.id == call.path[u"block_id"_s] && page
            && m_workspace.sees(call.caller, *page))
            return Place{.page = page, .block = &trashed.block, .isTrashed = true};
    }
    return std::nullopt;
}

std::optional<NotionBlockApi::Place> NotionBlockApi::find(const NotionCall &call)
{
    const QString id = call.path[u"block_id"_s];
    if (NotionPage *page = m_workspace.page(id))
        return m_workspace.sees(call.caller, *page)
            ? std::optional(Place{.page = page, .isTrashed = m_workspace.isTrashed(*page)})
            : std::nullopt;
    if (NotionDatabase *database = m_workspace.database(id))
        return m_workspace.sees(call.caller, *database) ? std::optional(
                   Place{.database = database, .isTrashed = m_workspace.isTrashed(*database)})
                                                        : std::nullopt;
    for (NotionPage &page : m_workspace.pages) {
        if (!m_workspace.sees(call.caller, page))
            continue;
        if (auto found = findIn(page, currentBlocks(page), id, {})) {
            found->isTrashed = m_workspace.isTrashed(page);
            return found;
        }
    }
    return findTrashed(call);
}

QJsonObject NotionBlockApi::childObject(const QString &id) const
{
    if (const NotionPage *page = std::as_const(m_workspace).page(id)) {
        QJsonObject object =
            blockObject(id, u"child_page"_s, {{u"title"_s, NotionWorkspace::title(*page)}});
        object.insert(u"has_children"_s, !page->content.isEmpty());
        object.insert(u"in_trash"_s, m_workspace.isTrashed(*page));
        return object;
    }
    const NotionDatabase *database = std::as_const(m_workspace).database(id);
    QJsonObject object = blockObject(
        id, u"child_database"_s, {{u"title"_s, database ? database->title : QString()}});
    object.insert(u"has_children"_s, false);
    object.insert(u"in_trash"_s, database && m_workspace.isTrashed(*database));
    return object;
}

QJsonObject NotionBlockApi::rendered(const NotionBlock &block,
                                     const NotionPage &page,
                                     const QString &parentBlockId) const
{
    QJsonObject object = block.type.startsWith("child_"_L1)
        ? childObject(block.id)
        : blockObject(block.id, block.type, block.content);
    const NotionTimes &times = block.times.created.isValid() ? block.times : page.times;
    object.insert(u"parent"_s, parentObject(page, parentBlockId));
    object.insert(u"created_time"_s, notionTime(times.created));
    object.insert(u"last_edited_time"_s, notionTime(times.edited));
    object.insert(u"created_by"_s, person(times.createdBy));
    object.insert(u"last_edited_by"_s, person(times.editedBy));
    if (!object.contains("has_children"_L1)) {
        object.insert(u"has_children"_s, !block.children.isEmpty());
        object.insert(u"in_trash"_s, false);
    }
    return object;
}

QJsonObject NotionBlockApi::rendered(const Place &place) const
{
    if (!place.block)
        return childObject(place.page ? place.page->id : place.database->id);
    QJsonObject object = rendered(*place.block, *place.page, place.parentBlockId);
    object.insert(u"in_trash"_s, place.isTrashed);
    return object;
}

Response NotionBlockApi::get(const NotionCall &call)
{
    const auto place = find(call);
    return place ? notionOk(rendered(*place))
                 : notionNotFound(u"block"_s, call.path[u"block_id"_s], call.caller);
}

Response NotionBlockApi::children(const NotionCall &call)
{
    const auto place = find(call);
    if (!place || place->database)
        return notionNotFound(u"block"_s, call.path[u"block_id"_s], call.caller);
    const auto paging = NotionPaging::fromQuery(call.request);
    if (!paging)
        return notionInvalid(paging.error().message);
    const QList<NotionBlock> &all =
        place->block ? place->block->children : currentBlocks(*place->page);
    QList<const NotionBlock *> visible;
    for (const NotionBlock &block : all) {
        const NotionPage *page = m_workspace.page(block.id);
        const NotionDatabase *database = m_workspace.database(block.id);
        const bool isHidden = (page && (page->isTrashed || !m_workspace.sees(call.caller, *page)))
            || (database && (database->isTrashed || !m_workspace.sees(call.caller, *database)));
        if (!isHidden)
            visible.append(&block);
    }
    const QString parent = place->block ? place->block->id : QString();
    return paging->answer(visible, u"block"_s, [&](const NotionBlock &block) {
        return rendered(block, *place->page, parent);
    });
}

Result<qsizetype> NotionBlockApi::positionIn(const QJsonObject &body,
                                             const QList<NotionBlock> &blocks) const
{
    const QJsonValue position = body["position"_L1];
    if (position.isUndefined())
        return blocks.size();
    const QString type = position["type"_L1].toString();
    if (type == "start"_L1)
        return 0;
    if (type == "end"_L1)
        return blocks.size();
    const QJsonValue sent = position["after_block"_L1]["id"_L1];
    const QString id = notionId(sent.toString());
    if (type != "after_block"_L1)
        return failure(ErrorCode::InvalidInput,
                       notionComplaint(u"body.position.type"_s,
                                       u"`\"after_block\"`, `\"start\"` or `\"end\"`"_s,
                                       position["type"_L1]));
    if (id.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       notionComplaint(u"body.position.after_block.id"_s,
                                       sent.isUndefined() ? u"defined"_s : u"a valid uuid"_s,
                                       sent));
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (blocks[i].id == id)
            return i + 1;
    }
    return failure(ErrorCode::InvalidInput,
                   u"The block %1 to append after is not a child of the parent."_s.arg(id));
}

void NotionBlockApi::stamp(const NotionCall &call, QList<NotionBlock> &blocks)
{
    for (NotionBlock &block : blocks) {
        block.times = {.created = m_workspace.now(),
                       .edited = m_workspace.now(),
                       .createdBy = call.caller.authorId(),
                       .editedBy = call.caller.authorId()};
        stamp(call, block.children);
    }
}

void NotionBlockApi::touch(const NotionCall &call, NotionPage &page)
{
    storeBlocks(page);
    page.times.edited = m_workspace.now();
    page.times.editedBy = call.caller.authorId();
}

Response NotionBlockApi::append(const NotionCall &call)
{
    const auto place = find(call);
    if (!place || place->database)
        return notionNotFound(u"block"_s, call.path[u"block_id"_s], call.caller);
    if (place->isTrashed)
        return archived();
    const QString unknown =
        notionUnknownMember(call.body, {u"children"_s, u"position"_s}, u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    if (place->block && !mayHaveChildren(place->block->type))
        return notionInvalid(
            u"Block of type %1 does not support children."_s.arg(place->block->type));
    QList<NotionBlock> &blocks =
        place->block ? place->block->children : currentBlocks(*place->page);
    const auto position = positionIn(call.body, blocks);
    if (!position)
        return notionInvalid(position.error().message);
    auto added = readBlocks(call.body["children"_L1], u"body.children"_s, m_workspace, call.caller);
    if (!added)
        return notionInvalid(added.error().message);
    stamp(call, *added);
    QJsonArray results;
    const QString parent = place->block ? place->block->id : QString();
    for (qsizetype i = 0; i < added->size(); ++i) {
        results.append(rendered(added->at(i), *place->page, parent));
        blocks.insert(*position + i, added->at(i));
    }
    touch(call, *place->page);
    return notionOk({{u"object"_s, u"list"_s},
                     {u"results"_s, results},
                     {u"next_cursor"_s, QJsonValue::Null},
                     {u"has_more"_s, false},
                     {u"type"_s, u"block"_s},
                     {u"block"_s, QJsonObject()}});
}

Response NotionBlockApi::restored(const NotionCall &call, const Place &place)
{
    for (qsizetype i = 0; i < m_workspace.trashedBlocks.size(); ++i) {
        if (m_workspace.trashedBlocks[i].block.id == place.block->id) {
            const NotionBlock block = m_workspace.trashedBlocks.takeAt(i).block;
            currentBlocks(*place.page).append(block);
            touch(call, *place.page);
            return notionOk(rendered(block, *place.page, {}));
        }
    }
    return notionOk(rendered(place));
}

Response NotionBlockApi::changed(const NotionCall &call, const Place &place)
{
    NotionBlock &block = *place.block;
    for (auto it = call.body.begin(); it != call.body.end(); ++it) {
        if (it.key() == "type"_L1 || it.key() == "in_trash"_L1)
            continue;
        if (it.key() != block.type)
            return notionInvalid(
                isWritableBlock(it.key())
                    ? u"The type of the block is %1 and cannot be changed to %2."_s.arg(block.type,
                                                                                        it.key())
                    : notionComplaint(u"body."_s + it.key(), u"not present"_s, it.value()));
        QJsonObject sent = it.value().toObject();
        if (sent.contains("children"_L1))
            return notionInvalid(notionComplaint(
                u"body.%1.children"_s.arg(block.type), u"not present"_s, sent["children"_L1]));
        // What is not sent stays as it is.
        for (const QString &name : {u"rich_text"_s, u"language"_s, u"checked"_s, u"color"_s}) {
            const bool isLoose = name != "rich_text"_L1 || block.type == "to_do"_L1
                || block.type == "code"_L1 || block.type == "callout"_L1;
            if (isLoose && !sent.contains(name) && block.content.contains(name))
                sent.insert(name, block.content[name]);
        }
        const auto content =
            readBlockContent(block.type, sent, u"body."_s + block.type, m_workspace, call.caller);
        if (!content)
            return notionInvalid(content.error().message);
        block.content = *content;
    }
    if (!block.times.created.isValid())
        block.times = place.page->times;
    block.times.edited = m_workspace.now();
    block.times.editedBy = call.caller.authorId();
    touch(call, *place.page);
    return notionOk(rendered(place));
}

Response NotionBlockApi::update(const NotionCall &call)
{
    const auto place = find(call);
    if (!place)
        return notionNotFound(u"block"_s, call.path[u"block_id"_s], call.caller);
    const QJsonValue inTrash = call.body["in_trash"_L1];
    if (!inTrash.isUndefined() && !inTrash.isBool())
        return notionInvalid(notionComplaint(u"body.in_trash"_s, u"a boolean"_s, inTrash));
    if (inTrash == QJsonValue(true))
        return remove(call);
    if (!place->block || place->block->type.startsWith("child_"_L1)) {
        if (place->page && inTrash == QJsonValue(false)) {
            place->page->isTrashed = false;
            return notionOk(rendered(Place{.page = place->page}));
        }
        return notionInvalid(u"Blocks of the types child_page and child_database are updated with "
                             "the endpoints of pages and databases."_s);
    }
    if (place->isTrashed)
        return inTrash == QJsonValue(false) ? restored(call, *place) : archived();
    return changed(call, *place);
}

Response NotionBlockApi::remove(const NotionCall &call)
{
    const auto place = find(call);
    if (!place)
        return notionNotFound(u"block"_s, call.path[u"block_id"_s], call.caller);
    if (place->isTrashed)
        return archived();
    if (!place->block) {
        if (place->page)
            place->page->isTrashed = true;
        else
            place->database->isTrashed = true;
        return notionOk(rendered(*place));
    }
    QJsonObject answer = rendered(*place);
    answer.insert(u"in_trash"_s, true);
    const NotionBlock block = *place->block;
    place->siblings->removeIf([&block](const NotionBlock &each) { return each.id == block.id; });
    m_workspace.trashedBlocks.append({.pageId = place->page->id, .block = block});
    touch(call, *place->page);
    return notionOk(answer);
}

} // namespace fairlead::sandbox
