// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionmoveapi.h"

#include "server/base/result.h"
#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionmarkdown.h"
#include "tests/sandbox/notion/notionrenderer.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Result<NotionParent> parentIn(const QJsonObject &body)
{
    const QJsonValue parent = body["parent"_L1];
    const bool isRow = !parent["data_source_id"_L1].isUndefined();
    const QString member = isRow ? u"data_source_id"_s : u"page_id"_s;
    const QString id = notionId(parent[member].toString());
    if (id.isEmpty())
        return failure(
            ErrorCode::InvalidInput,
            notionComplaint(u"body.parent."_s + member, u"a valid uuid"_s, parent[member]));
    return NotionParent{isRow ? NotionParent::Kind::DataSource : NotionParent::Kind::Page, id};
}

} // namespace

QList<NotionRoute> NotionMoveApi::routes()
{
    return {{"POST",
             u"/v1/pages/{page_id}/move"_s,
             NotionCapability::UpdateContent,
             [this](auto &call) { return move(call); }}};
}

bool NotionMoveApi::isBelow(NotionParent place, const QString &pageId) const
{
    while (place.kind != NotionParent::Kind::Workspace && place.id != pageId) {
        const NotionPage *page = std::as_const(m_workspace).page(place.id);
        const NotionDataSource *source = std::as_const(m_workspace).dataSource(place.id);
        const NotionDatabase *database =
            std::as_const(m_workspace).database(source ? source->databaseId : place.id);
        if (!page && !database)
            return false;
        place = page ? page->parent : database->parent;
    }
    return place.id == pageId;
}

Response NotionMoveApi::move(const NotionCall &call)
{
    const QString id = call.path[u"page_id"_s];
    NotionPage *page = m_workspace.page(id);
    if (!page || !m_workspace.sees(call.caller, *page))
        return notionNotFound(u"page"_s, id, call.caller);
    const QString unknown = notionUnknownMember(call.body, {u"parent"_s}, u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    const Result<NotionParent> place = parentIn(call.body);
    if (!place)
        return notionInvalid(place.error().message);
    NotionPage *above = m_workspace.page(place->id);
    const NotionDataSource *source = m_workspace.dataSource(place->id);
    const bool isSeen = place->kind == NotionParent::Kind::Page
        ? above && m_workspace.sees(call.caller, *above)
        : source && m_workspace.sees(call.caller, *source);
    if (!isSeen)
        return notionNotFound(source ? u"data_source"_s : u"page"_s, place->id, call.caller);
    if (isBelow(*place, id))
        return notionInvalid(u"A page cannot be moved below itself."_s);
    const QString mark = NotionMarkdown::pageMark(id);
    if (NotionPage *before = m_workspace.page(page->parent.id)) {
        QStringList lines = before->content.split(u'\n');
        lines.removeAll(mark);
        before->content = lines.join(u'\n');
    }
    if (place->kind == NotionParent::Kind::Page)
        above->content += (above->content.isEmpty() ? QString() : u"\n"_s) + mark;
    // A row that leaves its database leaves its properties there.
    const QJsonValue title = page->values.value(u"title"_s);
    page->values = {{u"title"_s, title}};
    page->parent = *place;
    page->times.edited = m_workspace.now();
    page->times.editedBy = call.caller.authorId();
    return notionOk(NotionRenderer(m_workspace).page(*page));
}

} // namespace fairlead::sandbox
