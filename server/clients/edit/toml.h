// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/edit/language.h"

namespace fairlead::clients {

/** TOML: our entry is a table with a header of its own, at the end of the file. */
class Toml final : public Language
{
public:
    [[nodiscard]] Result<Node> read(const QByteArray &text) const override;
    [[nodiscard]] Result<QByteArray> withEntry(const QByteArray &text,
                                               const Place &place,
                                               const Entry &entry) const override;
    [[nodiscard]] Result<QByteArray> withMember(const QByteArray &text,
                                                const Place &place,
                                                const QString &name,
                                                const QJsonValue &value) const override;
    [[nodiscard]] Result<QByteArray> withoutEntry(const QByteArray &text,
                                                  const Place &place) const override;
};

} // namespace fairlead::clients
