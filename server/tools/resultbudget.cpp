// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/resultbudget.h"

#include "server/base/ids.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

Q_LOGGING_CATEGORY(lcTools, "fairlead.server.tools")

constexpr QLatin1StringView readMoreName{"read_more"};
constexpr qsizetype idBytes = 8;

/** What names a part of an answer: the answer's id and, in hexadecimal digits as that, where the
 * part begins. */
struct Handle
{
    static constexpr qsizetype idLength = 2 * idBytes;

    explicit Handle(const QString &text)
        : id(text.left(idLength))
        , from(text.mid(idLength).toLongLong(nullptr, 16))
    {}

    [[nodiscard]] static QString text(const QString &id, qsizetype from)
    {
        return id + QString::number(from, 16);
    }

    QString id;
    qsizetype from; ///< 0: it is no handle
};

bool isWithinCharacter(char byte)
{
    return (static_cast<uchar>(byte) & 0xC0) == 0x80;
}

QString ownerOf(const Caller &caller)
{
    return caller.keyId.isEmpty() ? caller.userId : caller.keyId;
}

/** Where to cut: behind the last line that fits, or behind the last character where a line alone
 * is too long. */
qsizetype cutOf(const QByteArray &text, qsizetype limit)
{
    const qsizetype line = text.lastIndexOf('\n', limit - 1);
    if (line > limit / 2)
        return line + 1;
    qsizetype cut = limit;
    while (cut > 0 && isWithinCharacter(text[cut]))
        --cut;
    return cut;
}

ToolDefinition definition()
{
    return {.name = readMoreName,
            .title = u"Read more"_s,
            .description = u"The rest of an answer that was cut, by the handle at its end."_s,
            .inputSchema =
                inputSchema(R"({"handle":{"type":"string","maxLength":64}})", {u"handle"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read};
}

} // namespace

ResultBudget::ResultBudget(ToolInvoker &next, const Clock &clock, qsizetype bytes)
    : m_next(next)
    , m_clock(clock)
    , m_bytes(bytes)
{}

void ResultBudget::addTo(ToolRegistry &registry)
{
    registry.add(definition(), [this](ToolCall call) { return readMore(std::move(call)); });
}

QList<ToolDefinition> ResultBudget::list(const Caller &caller) const
{
    return m_next.list(caller);
}

QCoro::Task<Result<ToolResult>> ResultBudget::invoke(ToolCall call)
{
    if (call.tool == readMoreName)
        co_return co_await m_next.invoke(std::move(call));
    const QString owner = ownerOf(call.caller);
    auto result = co_await m_next.invoke(std::move(call));
    if (!result)
        co_return result;
    for (Content &content : result->content) {
        // In UTF-8 a character of UTF-16 takes at most three bytes: most answers need no count.
        if (content.kind == Content::Kind::Text && content.text.size() * 3 > m_bytes)
            content.text = bounded(owner, content.text);
    }
    co_return result;
}

QString ResultBudget::bounded(const QString &owner, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() <= m_bytes)
        return text;
    const QString id = QString::fromLatin1(randomBytes(idBytes).toHex());
    keep(id, owner, bytes);
    // Where that fails, this instance has it still.
    if (const auto shared = m_shared ? m_shared->put(id, owner, bytes) : Result<>(); !shared)
        qCWarning(lcTools).noquote() << shared.error().message;
    return part(id, bytes, 0);
}

QString ResultBudget::part(const QString &id, const QByteArray &text, qsizetype from) const
{
    const QByteArray rest = text.sliced(from);
    if (rest.size() <= m_bytes)
        return QString::fromUtf8(rest);
    const qsizetype cut = cutOf(rest, m_bytes);
    QString part = QString::fromUtf8(rest.first(cut));
    if (!part.endsWith(u'\n'))
        part += u'\n';
    const QString read = QString::number(from + cut);
    const QString whole = QString::number(text.size());
    return part
        + u"[Cut: %1 of %2 bytes. For the next part: read_more with handle \"%3\".]"_s.arg(
            read, whole, Handle::text(id, from + cut));
}

QCoro::Task<Result<ToolResult>> ResultBudget::readMore(ToolCall call)
{
    const Handle handle(call.arguments.value("handle"_L1).toString());
    const QByteArray text = find(handle.id, ownerOf(call.caller));
    if (handle.from <= 0 || handle.from >= text.size() || isWithinCharacter(text[handle.from])) {
        co_return failure(ErrorCode::NotFound,
                          u"There is nothing under this handle: an answer's rest is kept for 15 "
                          "minutes. Make the first call again."_s);
    }
    // The handle stays good, so that an answer lost on the way can be asked for again.
    co_return ToolResult::fromText(part(handle.id, text, handle.from));
}

QByteArray ResultBudget::find(const QString &id, const QString &owner)
{
    forgetOld();
    if (const auto found = m_kept.find(id); found != m_kept.end()) {
        found->atMs = m_clock.monotonicMs();
        return found->owner == owner ? found->text : QByteArray();
    }
    if (!m_shared)
        return {};
    const auto shared = m_shared->get(id, owner);
    if (!shared)
        return {};
    keep(id, owner, *shared);
    return *shared;
}

void ResultBudget::keep(const QString &id, const QString &owner, const QByteArray &text)
{
    forgetOld();
    m_keptBytes += text.size();
    while (m_keptBytes > mostKeptBytes && !m_kept.isEmpty()) {
        const auto oldest = std::min_element(
            m_kept.cbegin(), m_kept.cend(), [](const Kept &one, const Kept &other) {
                return one.atMs < other.atMs;
            });
        m_keptBytes -= oldest->text.size();
        m_kept.erase(oldest);
    }
    m_kept.insert(id, {.owner = owner, .text = text, .atMs = m_clock.monotonicMs()});
}

void ResultBudget::forgetOld()
{
    const qint64 limit = m_clock.monotonicMs() - lifetimeMs;
    erase_if(m_kept, [&](const auto &entry) {
        const bool isOld = entry.value().atMs < limit;
        if (isOld)
            m_keptBytes -= entry.value().text.size();
        return isOld;
    });
}

} // namespace fairlead::tools
