// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>
#include <variant>

namespace fairlead::mcp {

/**
 * The id of a request, kept in exactly the type that the client used: 1 and "1" are different ids.
 * Also holds progress tokens, which follow the same rules.
 */
class RequestId
{
public:
    RequestId() = default;
    explicit RequestId(qint64 number)
        : m_value(number)
    {}
    explicit RequestId(QString text)
        : m_value(std::move(text))
    {}

    /** A text of up to 256 characters or a whole number within 2^53; nothing for anything else. */
    [[nodiscard]] static std::optional<RequestId> fromJson(const QJsonValue &value);
    [[nodiscard]] QJsonValue toJson() const;
    /** The same as it is sent. */
    void appendTo(QByteArray &json) const;

    bool operator==(const RequestId &) const = default;

private:
    std::variant<qint64, QString> m_value = qint64(0);
};

} // namespace fairlead::mcp
