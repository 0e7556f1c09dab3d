// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/uploadform.h"

#include "server/base/ids.h"

#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

UploadForm UploadForm::of(const QString &name, const QByteArray &content)
{
    // Too random to occur in the content.
    const QByteArray boundary = newId(u"fairlead-").toLatin1();
    const QByteArray type =
        QMimeDatabase().mimeTypeForFileNameAndData(name, content).name().toLatin1();
    UploadForm form;
    form.contentType = "multipart/form-data; boundary=" + boundary;
    form.body.reserve(content.size() + 512);
    form.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name.toUtf8() + "\"\r\nContent-Type: " + type + "\r\n\r\n";
    form.body += content;
    form.body += "\r\n--" + boundary + "--\r\n";
    return form;
}

} // namespace fairlead::providers::jira
