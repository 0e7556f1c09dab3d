// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::http::engine {

/** Why the guard does not let a request through; becomes a problem document. */
struct Refusal
{
    int status = 400;
    QString code; ///< stable, for programs
    QString detail; ///< a sentence for a person
};

/** 400: the request is not in the one form that is accepted. */
[[nodiscard]] Refusal badRequest(const QString &detail);

} // namespace fairlead::http::engine
