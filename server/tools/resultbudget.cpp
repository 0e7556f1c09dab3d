// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/resultbudget.h"

#include "server/base/ids.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr QLatin1StringView readMoreName{"read_more"};
constexpr qsizetype handleBytes = 8;

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
    while (cut > 0 && (static_cast<uchar>(text[cut]) & 0xC0) == 0x80)
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
    QByteArray bytes = text.toUtf8();
    if (bytes.size() <= m_bytes)
        return text;
    return part({.owner = owner, .text = std::move(bytes)});
}

QString ResultBudget::part(Kept kept)
{
    const QByteArray rest = kept.text.sliced(kept.readBytes);
    if (rest.size() <= m_bytes)
        return QString::fromUtf8(rest);
    const qsizetype cut = cutOf(rest, m_bytes);
    QString text = QString::fromUtf8(rest.first(cut));
    kept.readBytes += cut;
    if (!text.endsWith(u'\n'))
        text += u'\n';
    const QString read = QString::number(kept.readBytes);
    const QString whole = QString::number(kept.text.size());
    return text
        + u"[Cut: %1 of %2 bytes. For the next part: read_more with handle \"%3\".]"_s.arg(
            read, whole, keep(std::move(kept)));
}

QCoro::Task<Result<ToolResult>> ResultBudget::readMore(ToolCall call)
{
    const QString handle = call.arguments.value("handle"_L1).toString();
    forgetOld();
    const auto found = m_kept.constFind(handle);
    if (found == m_kept.cend() || found->owner != ownerOf(call.caller)) {
        co_return failure(ErrorCode::NotFound,
                          u"There is nothing under this handle: an answer's rest is kept for 15 "
                          "minutes. Make the first call again."_s);
    }
    // The handle stays good, so that an answer lost on the way can be asked for again.
    co_return ToolResult::fromText(part(*found));
}

QString ResultBudget::keep(Kept kept)
{
    forgetOld();
    kept.atMs = m_clock.monotonicMs();
    m_keptBytes += kept.text.size();
    while (m_keptBytes > mostKeptBytes && !m_kept.isEmpty()) {
        const auto oldest = std::min_element(
            m_kept.cbegin(), m_kept.cend(), [](const Kept &one, const Kept &other) {
                return one.atMs < other.atMs;
            });
        m_keptBytes -= oldest->text.size();
        m_kept.erase(oldest);
    }
    const QString handle = QString::fromLatin1(randomBytes(handleBytes).toHex());
    m_kept.emplace(handle, std::move(kept));
    return handle;
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
