// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/faultrule.h"

#include <QRegularExpression>

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct KindName
{
    FaultRule::Kind kind;
    QLatin1StringView name;
};

constexpr std::array kindNames{
    KindName{FaultRule::Kind::Latency, "latency"_L1},
    KindName{FaultRule::Kind::Status, "status"_L1},
    KindName{FaultRule::Kind::Html, "html"_L1},
    KindName{FaultRule::Kind::Garbage, "garbage"_L1},
    KindName{FaultRule::Kind::Huge, "huge"_L1},
    KindName{FaultRule::Kind::Redirect, "redirect"_L1},
    KindName{FaultRule::Kind::Hang, "hang"_L1},
    KindName{FaultRule::Kind::Drip, "drip"_L1},
    KindName{FaultRule::Kind::Cut, "cut"_L1},
    KindName{FaultRule::Kind::WrongLength, "wrong-length"_L1},
};

constexpr std::array intNames{"count"_L1,
                              "status"_L1,
                              "retryAfter"_L1,
                              "latencyMs"_L1,
                              "jitterMs"_L1,
                              "dripMs"_L1,
                              "bytes"_L1};

constexpr std::array textNames{
    "kind"_L1, "method"_L1, "path"_L1, "contains"_L1, "reason"_L1, "location"_L1};

template<typename Names>
bool isAmong(const Names &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&name](auto known) { return name == known; });
}

Result<> checkTypes(const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isText = isAmong(textNames, it.key());
        const bool isNumber = isAmong(intNames, it.key()) || it.key() == "probability"_L1;
        if (!isText && !isNumber)
            return failure(ErrorCode::InvalidInput,
                           u"A fault has no property \"%1\"."_s.arg(it.key()));
        if ((isText && !it->isString()) || (isNumber && !it->isDouble()))
            return failure(ErrorCode::InvalidInput,
                           u"The fault's \"%1\" must be a %2."_s.arg(
                               it.key(), isText ? u"string"_s : u"number"_s));
    }
    return {};
}

} // namespace

bool FaultRule::matches(const Request &request) const
{
    if (!method.isEmpty() && method != request.method)
        return false;
    if (!contains.isEmpty() && !request.body.contains(contains))
        return false;
    if (path.isEmpty())
        return true;
    const QString pattern = QRegularExpression::escape(path).replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern))
        .match(request.path)
        .hasMatch();
}

Result<FaultRule> FaultRule::fromJson(const QJsonObject &object)
{
    if (const auto checked = checkTypes(object); !checked)
        return tl::unexpected(checked.error());
    const QString kindName = object["kind"_L1].toString();
    const auto kind = std::find_if(kindNames.begin(), kindNames.end(), [&](const KindName &known) {
        return kindName == known.name;
    });
    if (kind == kindNames.end())
        return failure(ErrorCode::InvalidInput, u"There is no fault \"%1\"."_s.arg(kindName));
    FaultRule rule;
    rule.kind = kind->kind;
    rule.method = object["method"_L1].toString().toLatin1().toUpper();
    rule.path = object["path"_L1].toString();
    rule.contains = object["contains"_L1].toString().toUtf8();
    rule.count = object["count"_L1].toInt(rule.count);
    rule.probability = object["probability"_L1].toDouble(rule.probability);
    rule.status = object["status"_L1].toInt(rule.status);
    rule.retryAfter = object["retryAfter"_L1].toInt(rule.retryAfter);
    rule.reason = object["reason"_L1].toString();
    rule.latencyMs = object["latencyMs"_L1].toInt();
    rule.jitterMs = object["jitterMs"_L1].toInt();
    rule.dripMs = object["dripMs"_L1].toInt(rule.dripMs);
    rule.bytes = object["bytes"_L1].toInteger(rule.bytes);
    rule.location = object["location"_L1].toString();
    if (rule.status < 100 || rule.status > 599)
        return failure(ErrorCode::InvalidInput, u"%1 is not an HTTP status."_s.arg(rule.status));
    if (rule.kind == Kind::Redirect && rule.location.isEmpty())
        return failure(ErrorCode::InvalidInput, u"A redirect needs a \"location\"."_s);
    return rule;
}

Result<FaultRule> FaultRule::fromText(const QString &text)
{
    if (text.startsWith(u'{')) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (!document.isObject())
            return failure(ErrorCode::InvalidInput, u"The fault is not a JSON object."_s);
        return fromJson(document.object());
    }
    QJsonObject object;
    for (const QString &pair : text.split(u',', Qt::SkipEmptyParts)) {
        const QString name = pair.section(u'=', 0, 0);
        const QString value = pair.section(u'=', 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber)
            object.insert(name, number);
        else
            object.insert(name, value);
    }
    return fromJson(object);
}

QJsonObject FaultRule::toJson() const
{
    const auto known = std::find_if(
        kindNames.begin(), kindNames.end(), [this](const KindName &k) { return k.kind == kind; });
    return {{u"kind"_s, known->name},
            {u"method"_s, QString::fromLatin1(method)},
            {u"path"_s, path},
            {u"contains"_s, QString::fromUtf8(contains)},
            {u"count"_s, count},
            {u"probability"_s, probability},
            {u"status"_s, status},
            {u"retryAfter"_s, retryAfter},
            {u"latencyMs"_s, latencyMs},
            {u"jitterMs"_s, jitterMs}};
}

} // namespace fairlead::sandbox
