// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/edit.h"

#include "server/clients/edit/jsonc.h"
#include "server/clients/edit/toml.h"
#include "server/clients/edit/yaml.h"
#include "server/clients/entry.h"

#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

std::unique_ptr<Language> languageOf(Format format)
{
    switch (format) {
    case Format::Toml:
        return std::make_unique<Toml>();
    case Format::Yaml:
        return std::make_unique<Yaml>();
    case Format::Jsonc:
    case Format::None:
        break;
    }
    return std::make_unique<Jsonc>();
}

QString ourName()
{
    return QString::fromUtf16(entryName);
}

Result<Node> readRoot(const Client &client, const QByteArray &text)
{
    auto root = languageOf(client.format)->read(text);
    if (!root)
        return root;
    if (root->kind != Node::Kind::Object)
        return failure(ErrorCode::InvalidData, u"it is a list or a single value"_s);
    const Member *section = root->find(client.place.section);
    if (!section)
        return root;
    const auto kind = client.place.isList ? Node::Kind::List : Node::Kind::Object;
    const bool isEmptyYaml = client.format == Format::Yaml && section->node.value.isNull();
    if (section->node.kind != kind && !isEmptyYaml)
        return failure(
            ErrorCode::InvalidData,
            u"“%1” in it is not what %2 expects there"_s.arg(client.place.section, client.name));
    if (root->count(client.place.section) > 1 || section->node.count(ourName()) > 1)
        return failure(ErrorCode::InvalidData, u"it says the same thing twice"_s);
    return root;
}

/** The file's meaning with our entry as `entry`, or without one. */
QJsonObject meaningWith(const Node &root,
                        const Place &place,
                        const std::optional<QJsonObject> &entry)
{
    QJsonObject meaning = root.value.toObject();
    if (place.isList) {
        QJsonArray items;
        const QJsonArray before = meaning.value(place.section).toArray();
        bool isPlaced = !entry;
        for (const auto &item : before) {
            const bool isOurs = item.toObject().value(u"name"_s) == ourName();
            if (!isOurs)
                items.append(item);
            else if (!std::exchange(isPlaced, true))
                items.append(*entry);
        }
        if (!isPlaced)
            items.append(*entry);
        meaning.insert(place.section, items);
        return meaning;
    }
    QJsonObject section = meaning.value(place.section).toObject();
    if (entry)
        section.insert(ourName(), *entry);
    else
        section.remove(ourName());
    if (entry || meaning.contains(place.section))
        meaning.insert(place.section, section);
    return meaning;
}

/** A table of TOML that has nothing any more is not there. */
QJsonObject withoutEmptySection(QJsonObject meaning, const Place &place)
{
    if (meaning.value(place.section).toObject().isEmpty()
        && meaning.value(place.section).toArray().isEmpty())
        meaning.remove(place.section);
    return meaning;
}

Result<QByteArray> checked(const Client &client,
                           const Node &before,
                           const Result<QByteArray> &changed,
                           const std::optional<QJsonObject> &entry)
{
    if (!changed)
        return changed;
    const auto after = readRoot(client, *changed);
    if (!after
        || withoutEmptySection(after->value.toObject(), client.place)
            != withoutEmptySection(meaningWith(before, client.place, entry), client.place))
        return failure(ErrorCode::Conflict, u"it is written in an unusual way"_s);
    return changed;
}

QJsonObject objectOf(const Entry &entry, QJsonObject object = {})
{
    for (const auto &[name, value] : entry)
        object.insert(name, value);
    return object;
}

/** What is wanted, and what somebody added to it: further headers, variables, … */
QJsonValue mergedValue(const QJsonValue &found, const QJsonValue &wanted)
{
    if (!found.isObject() || !wanted.isObject())
        return wanted;
    QJsonObject both = found.toObject();
    const QJsonObject members = wanted.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        both.insert(member.key(), mergedValue(both.value(member.key()), member.value()));
    return both;
}

Entry mergedEntry(const QJsonObject &found, const Entry &wanted)
{
    Entry entry;
    for (const auto &[name, value] : wanted)
        entry.append({name, mergedValue(found.value(name), value)});
    return entry;
}

Result<QByteArray> merged(const Client &client,
                          const Node &root,
                          const QByteArray &text,
                          const Entry &entry)
{
    const auto language = languageOf(client.format);
    const QJsonObject found = findEntry(root, client.place)->node.value.toObject();
    Result<QByteArray> changed = text;
    for (const auto &[name, value] : entry) {
        if (changed)
            changed = language->withMember(*changed, client.place, name, value);
    }
    return checked(client, root, changed, objectOf(entry, found));
}

Result<QByteArray> replaced(const Client &client,
                            const Node &root,
                            const QByteArray &text,
                            const Entry &entry)
{
    const auto language = languageOf(client.format);
    auto changed = language->withoutEntry(text, client.place);
    if (changed)
        changed = language->withEntry(*changed, client.place, entry);
    return checked(client, root, changed, objectOf(entry));
}

} // namespace

const Member *findEntry(const Node &root, const Place &place)
{
    const Member *section = root.find(place.section);
    if (!section)
        return nullptr;
    return place.isList ? section->node.findNamed(ourName()) : section->node.find(ourName());
}

Result<std::optional<QJsonObject>> readEntry(const Client &client, const QByteArray &text)
{
    const auto root = readRoot(client, text);
    if (!root)
        return failure(root.error());
    const Member *entry = findEntry(*root, client.place);
    return entry ? std::optional(entry->node.value.toObject()) : std::nullopt;
}

Result<QByteArray> textWithEntry(const Client &client, const QByteArray &text, const Entry &entry)
{
    const QByteArray start = text.trimmed().isEmpty() ? text + client.preamble.toUtf8() : text;
    const auto root = readRoot(client, start);
    if (!root)
        return failure(root.error());
    const Member *existing = findEntry(*root, client.place);
    if (!existing)
        return checked(client,
                       *root,
                       languageOf(client.format)->withEntry(start, client.place, entry),
                       objectOf(entry));
    const QJsonObject found = existing->node.value.toObject();
    if (existing->node.kind != Node::Kind::Object || !canMerge(entry, found))
        return replaced(client, *root, start, entry);
    const Entry both = mergedEntry(found, entry);
    auto changed = merged(client, *root, start, both);
    return changed ? changed : replaced(client, *root, start, both);
}

Result<QByteArray> textWithoutEntry(const Client &client, const QByteArray &text)
{
    const auto root = readRoot(client, text);
    if (!root)
        return failure(root.error());
    return checked(
        client, *root, languageOf(client.format)->withoutEntry(text, client.place), std::nullopt);
}

} // namespace fairlead::clients
