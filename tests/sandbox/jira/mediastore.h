// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"

#include <QHash>

namespace fairlead::sandbox {

/**
 * The other host that attachments are read from, by signed addresses that work once. It refuses
 * any request that carries an Authorization: a token must not follow a redirect to here.
 */
class MediaStore final : public Service
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    void reset() override;

    /** Where it listens; to be set before addresses are handed out. */
    void setOrigin(const QString &origin) { m_origin = origin; }

    /** Keeps the file and returns the address it can be read at, once. */
    [[nodiscard]] QString signedAddress(const QByteArray &content,
                                        const QString &mimeType,
                                        const QString &fileName);

private:
    struct File
    {
        QByteArray content;
        QString mimeType;
    };

    QString m_origin;
    QHash<QString, File> m_files; ///< by signature
};

} // namespace fairlead::sandbox
