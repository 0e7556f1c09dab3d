// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/filetools.h"

#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/tools/blockparser.h"
#include "server/providers/notion/tools/fileupload.h"
#include "server/providers/notion/tools/inlinetext.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

ToolDefinition uploadFileDefinition()
{
    return {.name = u"notion_upload_file"_s,
            .title = u"Upload a file to Notion"_s,
            .description =
                u"Puts a file at the end of a page, or into a files column of a database's row: "
                "one from a folder that the user has approved, by its path, or content given "
                "here."_s,
            .inputSchema = tools::inputSchema(R"({
                "page":{"type":"string","maxLength":2048,"description":"Id or URL"},
                "path":{"type":"string","maxLength":4096,"description":"Preferred: bytes need not pass through you"},
                "name":{"type":"string","maxLength":200,"description":"File name; needed with content"},
                "content":{"type":"string","maxLength":1000000,"description":"Text"},
                "content_base64":{"type":"string","maxLength":3000000},
                "property":{"type":"string","maxLength":200,"description":"A files column; without it the file becomes a block"},
                "caption":{"type":"string","maxLength":2000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"page"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"notion"_s,
            .toolset = u"notion_files"_s,
            .endpoints = pageEndpoints({u"POST /v1/file_uploads"_s,
                                        u"POST /v1/file_uploads/{file_upload_id}/send"_s,
                                        u"POST /v1/file_uploads/{file_upload_id}/complete"_s,
                                        u"PATCH /v1/blocks/{block_id}/children"_s,
                                        u"GET /v1/pages/{page_id}"_s,
                                        u"PATCH /v1/pages/{page_id}"_s})};
}

/** The files columns of a row, with what is in each, ready to be sent back. */
using FileColumns = QHash<QString, QJsonArray>;

/** A file as it is sent to stay: what Notion keeps by its signed address, others by theirs. */
std::optional<QJsonObject> keptFile(const json::Element &file)
{
    const QString type = json::line(file, "type");
    if (type != "file"_L1 && type != "external"_L1)
        return std::nullopt;
    const auto place = json::member(file, type == "file"_L1 ? "file" : "external");
    const auto url = place ? json::member(*place, "url") : std::nullopt;
    std::string_view address;
    if (!url || url->get(address) != simdjson::SUCCESS)
        return std::nullopt;
    return QJsonObject{{"type"_L1, type},
                       {"name"_L1, json::line(file, "name")},
                       {type, QJsonObject{{"url"_L1, json::fromUtf8(address)}}}};
}

Result<FileColumns> parsedFileColumns(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto properties = json::member(*root, "properties");
    simdjson::dom::object object;
    if (!properties || properties->get(object) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"\"properties\" is missing in the answer"_s);
    FileColumns columns;
    for (const auto property : object) {
        if (json::line(property.value, "type") != "files"_L1)
            continue;
        QJsonArray files;
        if (const auto list = json::list(property.value, "files")) {
            for (const auto file : *list) {
                if (const auto kept = keptFile(file))
                    files.append(*kept);
            }
        }
        columns.insert(json::fromUtf8(property.key), files);
    }
    return columns;
}

/** The name of the column as the row has it. */
Result<QString> columnIn(const FileColumns &columns, const QString &wanted)
{
    const QStringList names = columns.keys();
    for (const QString &name : names) {
        if (name.compare(wanted.trimmed(), Qt::CaseInsensitive) == 0)
            return name;
    }
    return failure(
        ErrorCode::InvalidInput,
        names.isEmpty()
            ? u"The page has no files column: leave \"property\" out and the file becomes a "
              "block."_s
            : u"Argument \"property\" is \"%1\", but the files columns are: %2."_s.arg(
                wanted, names.join(u", "_s)));
}

QJsonObject uploaded(const QString &id)
{
    return {{"type"_L1, "file_upload"_L1}, {"file_upload"_L1, QJsonObject{{"id"_L1, id}}}};
}

RestCall attaching(const UploadSource &source, const QString &page)
{
    RestCall call;
    call.method = "PATCH";
    call.subject = u"Page "_s + bareId(page);
    call.write = u"attaching %1 to the page"_s.arg(source.name);
    call.check = u"Look at the page with notion_read_page."_s;
    return call;
}

QCoro::Task<Result<QString>> attachAsBlock(NotionTarget target,
                                           UploadSource source,
                                           QString id,
                                           QJsonArray caption)
{
    const QString type = source.blockType();
    QJsonObject content = uploaded(id);
    if (!caption.isEmpty())
        content.insert("caption"_L1, caption);
    const QJsonObject block{{"type"_L1, type}, {type, content}};
    RestCall wanted = attaching(source, target.id);
    wanted.path = u"/v1/blocks/%1/children"_s.arg(target.id);
    wanted.json = QJsonObject{{"children"_L1, QJsonArray{block}}};
    const auto added = co_await target.session.client->ask(wanted, blockparser::blocks);
    if (!added)
        co_return failure(added.error());
    const QString blockId = added->blocks.isEmpty() ? QString() : bareId(added->blocks[0].id);
    co_return u"%1 block %2"_s.arg(type, blockId).trimmed();
}

QCoro::Task<Result<QString>> attachToColumn(
    NotionTarget target, UploadSource source, QString id, QString column, QJsonArray files)
{
    QJsonObject file = uploaded(id);
    file.insert("name"_L1, source.name);
    files.append(file);
    const QJsonObject value{{"files"_L1, files}};
    RestCall wanted = attaching(source, target.id);
    wanted.path = u"/v1/pages/"_s + target.id;
    wanted.json = QJsonObject{{"properties"_L1, QJsonObject{{column, value}}}};
    const auto changed = co_await target.session.client->fetch(wanted);
    if (!changed)
        co_return failure(changed.error());
    co_return u"column \"%1\", file %2"_s.arg(column).arg(files.size());
}

/** Where on the page the file goes, found out before anything is sent. */
struct Place
{
    QString column; ///< empty: it becomes a block
    QJsonArray files; ///< that are in the column
    QJsonArray caption;
};

QCoro::Task<Result<Place>> placeOf(NotionTarget target, ToolCall call)
{
    Place place;
    const auto caption = inlineText(textOf(call, "caption"_L1), u"Argument \"caption\""_s);
    if (!caption)
        co_return failure(caption.error());
    place.caption = *caption;
    const QString property = textOf(call, "property"_L1);
    if (property.trimmed().isEmpty())
        co_return place;
    if (!caption->isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Only a file in the page has a caption: leave \"caption\" or "
                          "\"property\" out."_s);
    }
    RestCall reading;
    reading.path = u"/v1/pages/"_s + target.id;
    reading.subject = u"Page "_s + bareId(target.id);
    const auto columns = co_await target.session.client->ask(reading, parsedFileColumns);
    if (!columns)
        co_return failure(columns.error());
    const auto column = columnIn(*columns, property);
    if (!column)
        co_return failure(column.error());
    place.column = *column;
    place.files = columns->value(*column);
    co_return place;
}

QCoro::Task<Result<QString>> upload(NotionTarget target, UploadSource source, ToolCall call)
{
    const auto place = co_await placeOf(target, call);
    if (!place)
        co_return failure(place.error());
    const auto id = co_await uploadFile(target.session, source, call.reportProgress);
    if (!id)
        co_return failure(id.error());
    auto attaching = place->column.isEmpty()
        ? attachAsBlock(target, source, *id, place->caption)
        : attachToColumn(target, source, *id, place->column, place->files);
    co_return co_await attaching;
}

QCoro::Task<Result<ToolResult>> uploadTool(NotionTools tools, ToolCall call)
{
    const auto source = uploadSource(tools.files, call.arguments);
    if (!source)
        co_return failure(source.error());
    const auto target = co_await pageTarget(tools, call, "page"_L1);
    if (!target)
        co_return failure(target.error());
    auto place = co_await upload(*target, *source, call);
    place = tools.sessions.choice().noted(target->session.connection, std::move(place));
    if (!place)
        co_return failure(place.error());
    tools.watch.noteChange(target->session.connection, target->id);
    co_return ToolResult::fromText(
        u"Uploaded %1 (%2, %3) to %4 (%5)"_s.arg(source->name,
                                                 source->type,
                                                 QLocale::c().formattedDataSize(source->size(), 1),
                                                 text::urlOf(target->id),
                                                 *place));
}

} // namespace

void addFileTools(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(uploadFileDefinition(),
                 [tools](ToolCall call) { return uploadTool(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
