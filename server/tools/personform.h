// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/clientport.h"

#include <QStringList>

namespace fairlead::tools {

/** A form that the person at the client fills in: all of its fields are required. */
class PersonForm final
{
public:
    /** `key` is unique within one call of a tool; `message` says what it is for. */
    PersonForm(QString key, QString message);

    /** A plain value: "string", "number" or "boolean". */
    void addValue(const QString &name, const QString &title, const QString &type);
    /** One of these; more than a person can look through become a text. */
    void addChoice(const QString &name, const QString &title, const QStringList &values);
    /** One of these, each with what a person sees in its place. */
    void addChoice(const QString &name,
                   const QString &title,
                   const QStringList &values,
                   const QStringList &labels);

    [[nodiscard]] bool isEmpty() const { return m_properties.isEmpty(); }
    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] InputRequest request() const;

    /** Whether there is somebody to ask. */
    [[nodiscard]] static bool canAsk(const ClientPortPointer &client);

    /**
     * What was filled in, by name, of the kind that was asked for; which values are allowed is for
     * the caller to check. Cancelled, saying so, when the person did not want to or did not
     * answer; else the errors of ClientPort::ask(), to be handed on.
     */
    [[nodiscard]] static QCoro::Task<Result<QJsonObject>> ask(ClientPortPointer client,
                                                              PersonForm form);

private:
    void add(const QString &name, QJsonObject schema);

    QString m_key;
    QString m_message;
    QStringList m_names;
    QJsonObject m_properties;
};

} // namespace fairlead::tools
