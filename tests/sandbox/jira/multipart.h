// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

namespace fairlead::sandbox {

struct UploadedFile
{
    QString fieldName;
    QString fileName;
    QString mimeType;
    QByteArray content;
};

/** The parts of a multipart/form-data body; nothing when it is malformed. */
[[nodiscard]] std::optional<QList<UploadedFile>> uploadedFiles(const Request &request);

} // namespace fairlead::sandbox
