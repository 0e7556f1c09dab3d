// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead::providers::jira {

/** A file as the body of a multipart/form-data request, in the part "file" that Jira wants. */
struct UploadForm
{
    QByteArray body;
    QByteArray contentType; ///< with the boundary

    /** `name` has passed ApprovedFolders::fileName(). */
    [[nodiscard]] static UploadForm of(const QString &name, const QByteArray &content);
};

} // namespace fairlead::providers::jira
