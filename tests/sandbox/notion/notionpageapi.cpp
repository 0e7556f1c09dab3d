// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionpageapi.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionblocks.h"
#include "tests/sandbox/notion/notionblocktext.h"
#include "tests/sandbox/notion/notionmarkdown.h"
#include "tests/sandbox/notion/notionmarkdownedit.h"
#include "tests/sandbox/notion/notionproperties.h"
#include "tests/sandbox/notion/notionrenderer.h"
#include "tests/sandbox/notion/notionrichtext.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAtOnce = 20'000;

Response archived()
{
    return notionInvalid(
        u"Can't edit block that is archived. You must unarchive the block before editing."_s);
}

/** An icon or cover as it was sent; complains about one without any known form. */
QString iconComplaint(const QJsonValue &icon, const QStringList &forms, const QString &path)
{
    if (icon.isNull() || icon.isUndefined())
        return {};
    const QJsonObject object = icon.toObject();
    for (const QString &form : forms) {
        if (object.contains(form))
            return {};
    }
    return notionComplaint(path + u'.' + forms.constFirst(), u"defined"_s, QJsonValue::Undefined);
}

QString positionComplaint(const QJsonObject &body, const NotionPage &page)
{
    const QJsonValue position = body["position"_L1];
    const QString type = position["type"_L1].toString();
    if (position.isUndefined())
        return {};
    if (page.parent.kind != NotionParent::Kind::Page)
        return notionComplaint(u"body.position"_s, u"not present"_s, position);
    if (type == "page_start"_L1 || type == "page_end"_L1)
        return {};
    return notionComplaint(
        u"body.position.type"_s, u"`\"page_start\"` or `\"page_end\"`"_s, position["type"_L1]);
}

QString looksComplaint(const QJsonObject &body)
{
    const QString icon = iconComplaint(
        body["icon"_L1], {u"emoji"_s, u"external"_s, u"custom_emoji"_s}, u"body.icon"_s);
    return icon.isEmpty() ? iconComplaint(body["cover"_L1], {u"external"_s}, u"body.cover"_s)
                          : icon;
}

/** An icon in the form of answers, which name its type. */
QJsonValue typed(const QJsonValue &sent)
{
    if (!sent.isObject())
        return QJsonValue::Null;
    QJsonObject icon = sent.toObject();
    icon.remove(u"type"_s);
    const QString type = icon.keys().value(0);
    icon.insert(u"type"_s, type);
    return icon;
}

QJsonObject markdownObject(const QString &id, const NotionMarkdown::Text &text)
{
    return {{u"object"_s, u"page_markdown"_s},
            {u"id"_s, id},
            {u"markdown"_s, text.markdown},
            {u"truncated"_s, text.isTruncated},
            {u"unknown_block_ids"_s, QJsonArray::fromStringList(text.unknownIds)}};
}

} // namespace

QList<NotionRoute> NotionPageApi::routes()
{
    using enum NotionCapability;
    const QString one = u"/v1/pages/{page_id}"_s;
    const QString markdown = one + u"/markdown"_s;
    return {
        {"POST", u"/v1/pages"_s, InsertContent, [this](auto &call) { return createPage(call); }},
        {"GET",
         one,
         ReadContent,
         [this](auto &call) { return getPage(call); },
         {u"filter_properties"_s}},
        {"PATCH", one, UpdateContent, [this](auto &call) { return updatePage(call); }},
        {"GET",
         markdown,
         ReadContent,
         [this](auto &call) { return getMarkdown(call); },
         {u"include_transcript"_s}},
        {"PATCH", markdown, UpdateContent, [this](auto &call) { return updateMarkdown(call); }},
    };
}

NotionPage *NotionPageApi::visiblePage(const NotionCall &call)
{
    NotionPage *page = m_workspace.page(call.path[u"page_id"_s]);
    return page && m_workspace.sees(call.caller, *page) ? page : nullptr;
}

Response NotionPageApi::getPage(const NotionCall &call)
{
    const NotionPage *page = visiblePage(call);
    if (!page)
        return notionNotFound(u"page"_s, call.path[u"page_id"_s], call.caller);
    const QStringList wanted = call.request.parameterList(u"filter_properties");
    return notionOk(NotionRenderer(m_workspace).page(*page, wanted));
}

std::optional<Response> NotionPageApi::readParent(const NotionCall &call, NotionPage &page)
{
    const QJsonValue sent = call.body["parent"_L1];
    if (!sent.isObject())
        return notionInvalid(notionComplaint(
            u"body.parent"_s, sent.isUndefined() ? u"defined"_s : u"an object"_s, sent));
    const QJsonObject parent = sent.toObject();
    static const QHash<QString, NotionParent::Kind> kinds{
        {u"page_id"_s, NotionParent::Kind::Page},
        {u"database_id"_s, NotionParent::Kind::Database},
        {u"data_source_id"_s, NotionParent::Kind::DataSource}};
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        if (!parent.contains(it.key()))
            continue;
        page.parent = {.kind = it.value(), .id = notionId(parent[it.key()].toString())};
        const QString unknown =
            notionUnknownMember(parent, {u"type"_s, it.key()}, u"body.parent"_s);
        if (!unknown.isEmpty())
            return notionInvalid(unknown);
        if (page.parent.id.isEmpty())
            return notionInvalid(
                notionComplaint(u"body.parent."_s + it.key(), u"a valid uuid"_s, parent[it.key()]));
        // A database with one data source stands for it.
        const NotionDatabase *database = m_workspace.database(page.parent.id);
        if (database && page.parent.kind == NotionParent::Kind::Database
            && m_workspace.sees(call.caller, *database))
            page.parent = {.kind = NotionParent::Kind::DataSource,
                           .id = database->dataSourceIds.value(0)};
        return checkParent(call, page.parent);
    }
    if (parent["workspace"_L1] != QJsonValue(true))
        return notionInvalid(
            notionComplaint(u"body.parent.page_id"_s, u"defined"_s, QJsonValue::Undefined));
    if (call.caller.kind == NotionConnection::Kind::Internal)
        return notionInvalid(u"Internal integrations cannot create pages at the workspace level. "
                             "Provide a parent page or data source."_s);
    page.audience = {call.caller.ownerId};
    return std::nullopt;
}

std::optional<Response> NotionPageApi::checkParent(const NotionCall &call,
                                                   const NotionParent &parent)
{
    if (parent.kind == NotionParent::Kind::Page) {
        const NotionPage *above = m_workspace.page(parent.id);
        if (!above || !m_workspace.sees(call.caller, *above))
            return notionNotFound(u"page"_s, parent.id, call.caller);
        if (m_workspace.isTrashed(*above))
            return archived();
        return std::nullopt;
    }
    const NotionDataSource *source = m_workspace.dataSource(parent.id);
    if (!source || !m_workspace.sees(call.caller, *source))
        return notionNotFound(parent.kind == NotionParent::Kind::Database ? u"database"_s
                                                                          : u"data_source"_s,
                              parent.id,
                              call.caller);
    return std::nullopt;
}

Result<> NotionPageApi::readContent(const NotionCall &call, NotionPage &page)
{
    const QJsonObject &body = call.body;
    const QString blocks = body.contains("children"_L1) ? u"children"_s : u"content"_s;
    if (body.contains("markdown"_L1)) {
        if (body.contains(blocks))
            return failure(ErrorCode::InvalidInput,
                           notionComplaint(u"body."_s + blocks, u"not present"_s, body[blocks]));
        if (!body["markdown"_L1].isString())
            return failure(ErrorCode::InvalidInput,
                           notionComplaint(u"body.markdown"_s, u"a string"_s, body["markdown"_L1]));
        page.content = body["markdown"_L1].toString();
        // As Notion does: without a title the first heading becomes it.
        const QString first = page.content.section(u'\n', 0, 0);
        if (!page.values.contains(u"title"_s) && first.startsWith("# "_L1)) {
            page.values.insert(u"title"_s, richTextOf(first.mid(2).trimmed()));
            page.content = page.content.mid(first.size()).trimmed();
        }
        page.content =
            NotionMarkdown(m_workspace, call.caller, m_longestMarkdown).stored(page.content);
        return {};
    }
    if (!body.contains(blocks))
        return {};
    const auto read = readBlocks(body[blocks], u"body."_s + blocks, m_workspace, call.caller);
    if (!read)
        return tl::unexpected(read.error());
    page.content = contentOfBlocks(*read);
    return {};
}

std::optional<Response> NotionPageApi::readTemplate(const NotionCall &call, NotionPage &page)
{
    const QJsonValue given = call.body["template"_L1];
    const QString kind = given["type"_L1].toString(u"none"_s);
    if (kind == "none"_L1)
        return std::nullopt;
    for (const QString &content : {u"markdown"_s, u"children"_s, u"content"_s}) {
        if (call.body.contains(content))
            return notionInvalid(
                notionComplaint(u"body."_s + content, u"not present"_s, call.body[content]));
    }
    const NotionDataSource *source = m_workspace.dataSource(page.parent.id);
    if (!source)
        return notionInvalid(notionComplaint(u"body.template"_s, u"not present"_s, given));
    const QString wanted = notionId(given["template_id"_L1].toString());
    for (const NotionTemplate &each : source->templates) {
        if (kind == "default"_L1 ? each.isDefault : each.id == wanted) {
            page.content = each.content;
            return std::nullopt;
        }
    }
    return notionNotFound(u"template"_s, wanted, call.caller);
}

Response NotionPageApi::createPage(const NotionCall &call)
{
    const QJsonObject &body = call.body;
    const QString unknown = notionUnknownMember(body,
                                                {u"parent"_s,
                                                 u"properties"_s,
                                                 u"icon"_s,
                                                 u"cover"_s,
                                                 u"content"_s,
                                                 u"children"_s,
                                                 u"markdown"_s,
                                                 u"template"_s,
                                                 u"position"_s,
                                                 u"allow_async"_s},
                                                u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    NotionPage page;
    page.id = NotionWorkspace::newId();
    if (const auto refused = readParent(call, page))
        return *refused;
    if (const QString complaint = positionComplaint(body, page); !complaint.isEmpty())
        return notionInvalid(complaint);
    if (const QString complaint = looksComplaint(body); !complaint.isEmpty())
        return notionInvalid(complaint);
    page.icon = typed(body["icon"_L1]);
    page.cover = typed(body["cover"_L1]);
    NotionProperties properties(m_workspace, call.caller);
    if (body.contains("properties"_L1)) {
        if (const Result<> written = properties.write(page, body["properties"_L1]); !written)
            return notionInvalid(written.error().message);
    }
    if (const Result<> read = readContent(call, page); !read)
        return notionInvalid(read.error().message);
    if (const auto refused = readTemplate(call, page))
        return *refused;
    page.times.created = m_workspace.now();
    page.times.createdBy = call.caller.authorId();
    touch(call, page);
    return added(call, page);
}

Response NotionPageApi::added(const NotionCall &call, const NotionPage &page)
{
    const NotionDataSource *source = m_workspace.dataSource(page.parent.id);
    NotionPage complete = page;
    for (const NotionProperty &property : source ? source->properties : QList<NotionProperty>()) {
        const auto rows = std::count_if(m_workspace.pages.begin(),
                                        m_workspace.pages.end(),
                                        [&](auto &row) { return row.parent.id == page.parent.id; });
        if (property.type == "unique_id"_L1)
            complete.values.insert(property.id,
                                   QJsonObject{{u"prefix"_s, property.config["prefix"_L1]},
                                               {u"number"_s, qint64(rows) + 1}});
    }
    m_workspace.pages.push_back(complete);
    if (page.parent.kind == NotionParent::Kind::Workspace
        && call.caller.kind == NotionConnection::Kind::Public)
        call.caller.pageIds.append(page.id);
    if (NotionPage *above = m_workspace.page(page.parent.id)) {
        const QString mark = NotionMarkdown::pageMark(page.id);
        const bool atStart = call.body["position"_L1]["type"_L1].toString() == "page_start"_L1;
        const QString gap = above->content.isEmpty() ? QString() : u"\n"_s;
        above->content = atStart ? mark + gap + above->content : above->content + gap + mark;
    }
    return notionOk(NotionRenderer(m_workspace).page(complete));
}

void NotionPageApi::touch(const NotionCall &call, NotionPage &page)
{
    page.times.edited = m_workspace.now();
    page.times.editedBy = call.caller.authorId();
}

Response NotionPageApi::updatePage(const NotionCall &call)
{
    NotionPage *page = visiblePage(call);
    if (!page)
        return notionNotFound(u"page"_s, call.path[u"page_id"_s], call.caller);
    const QJsonObject &body = call.body;
    const QString unknown = notionUnknownMember(body,
                                                {u"properties"_s,
                                                 u"icon"_s,
                                                 u"cover"_s,
                                                 u"is_locked"_s,
                                                 u"template"_s,
                                                 u"erase_content"_s,
                                                 u"in_trash"_s},
                                                u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    if (body.contains("template"_L1))
        return notionNotServed(u"templates"_s);
    for (const QString &name : {u"is_locked"_s, u"in_trash"_s, u"erase_content"_s}) {
        if (body.contains(name) && !body[name].isBool())
            return notionInvalid(notionComplaint(u"body."_s + name, u"a boolean"_s, body[name]));
    }
    if (const QString complaint = looksComplaint(body); !complaint.isEmpty())
        return notionInvalid(complaint);
    NotionPage changed = *page;
    changed.isTrashed = body["in_trash"_L1].toBool(page->isTrashed);
    if (m_workspace.isTrashed(*page) && !body.contains("in_trash"_L1))
        return archived();
    NotionProperties properties(m_workspace, call.caller);
    if (body.contains("properties"_L1)) {
        if (const Result<> written = properties.write(changed, body["properties"_L1]); !written)
            return notionInvalid(written.error().message);
    }
    if (body.contains("icon"_L1))
        changed.icon = typed(body["icon"_L1]);
    if (body.contains("cover"_L1))
        changed.cover = typed(body["cover"_L1]);
    changed.isLocked = body["is_locked"_L1].toBool(page->isLocked);
    if (body["erase_content"_L1].toBool())
        changed.content.clear();
    touch(call, changed);
    *page = changed;
    return notionOk(NotionRenderer(m_workspace).page(*page));
}

Response NotionPageApi::getMarkdown(const NotionCall &call)
{
    const QString id = call.path[u"page_id"_s];
    const NotionMarkdown markdown(m_workspace, call.caller, m_longestMarkdown);
    if (const NotionPage *page = visiblePage(call))
        return notionOk(markdownObject(id, markdown.page(*page)));
    if (const auto block = markdown.block(id))
        return notionOk(markdownObject(id, *block));
    return notionNotFound(u"page"_s, id, call.caller);
}

Response NotionPageApi::updateMarkdown(const NotionCall &call)
{
    NotionPage *page = visiblePage(call);
    if (!page)
        return notionNotFound(u"page"_s, call.path[u"page_id"_s], call.caller);
    const Result<NotionMarkdownEdit> edit = NotionMarkdownEdit::fromBody(call.body);
    if (!edit)
        return notionInvalid(edit.error().message);
    if (m_workspace.isTrashed(*page))
        return archived();
    const NotionMarkdown markdown(m_workspace, call.caller, m_longestMarkdown);
    const Result<QString> edited = edit->apply(markdown.whole(*page));
    if (!edited)
        return notionInvalid(edited.error().message);
    const QString content = markdown.stored(*edited);
    QStringList lost = NotionMarkdown::childIds(page->content);
    const QStringList kept = NotionMarkdown::childIds(content);
    lost.removeIf([&kept](const QString &id) { return kept.contains(id); });
    if (!lost.isEmpty() && !edit->mayDeleteChildren())
        return notionInvalid(
            u"This operation would delete %1 child page(s) or database(s): %2. Set "
            "allow_deleting_content to true to delete them, or keep their tags."_s.arg(
                QString::number(lost.size()), lost.join(u", "_s)));
    trash(lost);
    page->content = content;
    touch(call, *page);
    // Done at once here, but said to be done later, as Notion does with much text.
    if (call.body["allow_async"_L1].toBool() && call.request.body.size() > longestAtOnce)
        return later(call, u"update_page_markdown"_s, *page);
    return notionOk(markdownObject(page->id, markdown.page(*page)));
}

Response NotionPageApi::later(const NotionCall &call,
                              const QString &operation,
                              const NotionPage &page)
{
    const NotionTask task{.id = NotionWorkspace::newId(),
                          .ownerId = call.caller.id,
                          .operation = operation,
                          .result = {{u"object"_s, u"page"_s}, {u"id"_s, page.id}},
                          .done = m_workspace.now().addSecs(5),
                          .created = m_workspace.now()};
    m_workspace.tasks.append(task);
    Response response =
        notionOk({{u"object"_s, u"async_task"_s},
                  {u"id"_s, task.id},
                  {u"status"_s, u"queued"_s},
                  {u"status_url"_s, u"https://api.notion.com/v1/async_tasks/"_s + task.id},
                  {u"created_time"_s, notionTime(task.created)},
                  {u"operation"_s, QJsonObject{{u"surface"_s, u"rest"_s}, {u"name"_s, operation}}},
                  {u"poll_after_seconds"_s, 2}});
    response.status = 202;
    return response;
}

void NotionPageApi::trash(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (NotionPage *page = m_workspace.page(id))
            page->isTrashed = true;
        if (NotionDatabase *database = m_workspace.database(id))
            database->isTrashed = true;
    }
}

} // namespace fairlead::sandbox
