/** What an Ubuntu server carries: package, upstream version with the distribution's part, and its priority. */
export const UBUNTU_PACKAGES = `
openssl 3.0.2-0ubuntu1 Important|libssl3 3.0.2-0ubuntu1 Required|openssh-server 1:8.9p1-3ubuntu0 Optional|openssh-client 1:8.9p1-3ubuntu0 Standard
sudo 1.9.9-1ubuntu2 Optional|curl 7.81.0-1ubuntu1 Optional|libcurl4 7.81.0-1ubuntu1 Optional|bash 5.1-6ubuntu1 Required|libc6 2.35-0ubuntu3 Required
libc-bin 2.35-0ubuntu3 Required|systemd 249.11-0ubuntu3 Important|libsystemd0 249.11-0ubuntu3 Required|udev 249.11-0ubuntu3 Important|python3.10 3.10.12-1~22.04 Important
libpython3.10-stdlib 3.10.12-1~22.04 Important|perl 5.34.0-3ubuntu1 Standard|perl-base 5.34.0-3ubuntu1 Required|libxml2 2.9.13+dfsg-1ubuntu0 Standard|libexpat1 2.4.7-1ubuntu0 Standard
vim 2:8.2.3995-1ubuntu2 Optional|vim-common 2:8.2.3995-1ubuntu2 Important|git 1:2.34.1-1ubuntu1 Optional|bind9-dnsutils 1:9.18.30-0ubuntu0.22.04 Standard|bind9-libs 1:9.18.30-0ubuntu0.22.04 Standard
libgnutls30 3.7.3-4ubuntu1 Required|gnupg 2.2.27-3ubuntu2 Optional|gpg 2.2.27-3ubuntu2 Optional|libksba8 1.6.0-2ubuntu0 Standard|krb5-locales 1.19.2-2ubuntu0 Optional
libkrb5-3 1.19.2-2ubuntu0 Required|libgssapi-krb5-2 1.19.2-2ubuntu0 Required|rsync 3.2.7-0ubuntu0.22.04 Optional|tcpdump 4.99.1-3ubuntu0 Optional|libpcap0.8 1.10.1-4ubuntu1 Optional
nginx-core 1.18.0-6ubuntu14 Optional|nginx-common 1.18.0-6ubuntu14 Optional|apache2-bin 2.4.52-1ubuntu4 Optional|postgresql-client-14 14.15-0ubuntu0.22.04 Optional|libpq5 14.15-0ubuntu0.22.04 Optional
mysql-common 8.0.41-0ubuntu0.22.04 Optional|libsqlite3-0 3.37.2-2ubuntu0 Standard|libtasn1-6 4.18.0-4ubuntu0 Required|libtiff5 4.3.0-6ubuntu0 Optional|libwebp7 1.2.2-2ubuntu0.22.04 Optional
libfreetype6 2.11.1+dfsg-1ubuntu0 Optional|libcap2 1:2.44-1ubuntu0.22.04 Required|libcap2-bin 1:2.44-1ubuntu0.22.04 Important|login 1:4.8.1-2ubuntu2 Required|passwd 1:4.8.1-2ubuntu2 Required
tar 1.34+dfsg-1ubuntu0.1.22.04 Required|gzip 1.10-4ubuntu4 Required|bzip2 1.0.8-5build Important|xz-utils 5.2.5-2ubuntu1 Standard|liblzma5 5.2.5-2ubuntu1 Required
zlib1g 1:1.2.11.dfsg-2ubuntu9 Required|libzstd1 1.4.8+dfsg-3build Required|dpkg 1.21.1ubuntu2 Required|apt 2.4.13ubuntu0 Important|libapt-pkg6.0 2.4.13ubuntu0 Important
snapd 2.66.1+22.04ubuntu0 Optional|cloud-init 24.4-0ubuntu1~22.04 Optional|ubuntu-pro-client 34~22.04 Important|update-notifier-common 3.192.54ubuntu Optional|needrestart 3.5-5ubuntu2 Optional
linux-image-aws 6.8.0.1023.25~22.04 Optional|linux-headers-aws 6.8.0.1023.25~22.04 Optional|linux-firmware 20220329.git681281e4-0ubuntu3 Optional|intel-microcode 3.20250211.0ubuntu0.22.04 Standard|amd64-microcode 3.20191218.1ubuntu2 Standard
ca-certificates 20240203~22.04 Standard|tzdata 2025a-0ubuntu0.22.04 Required|libglib2.0-0 2.72.4-0ubuntu2 Important|libglib2.0-data 2.72.4-0ubuntu2 Optional|dbus 1.12.20-2ubuntu4 Standard
libdbus-1-3 1.12.20-2ubuntu4 Standard|policykit-1 0.105-33 Optional|libpolkit-gobject-1-0 0.105-33 Optional|rsyslog 8.2112.0-2ubuntu2 Important|logrotate 3.19.0-1ubuntu1 Important
cron 3.0pl1-137ubuntu3 Important|at 3.2.5-1ubuntu1 Standard|screen 4.9.0-1 Optional|tmux 3.2a-4ubuntu0 Optional|less 590-1ubuntu0.22.04 Important
wget 1.21.2-2ubuntu1 Standard|ftp 20210827-4build Optional|telnet 0.17-44build Standard|socat 1.7.4.1-3ubuntu4 Optional|strace 5.16-0ubuntu3 Optional
libnghttp2-14 1.43.0-1ubuntu0 Optional|libssh-4 0.9.6-2ubuntu0.22.04 Optional|libssh2-1 1.10.0-3 Optional|libldap-2.5-0 2.5.18+dfsg-0ubuntu0.22.04 Optional|libsasl2-2 2.1.27+dfsg2-3ubuntu1 Standard
python3-cryptography 3.4.8-1ubuntu2 Optional|python3-jinja2 3.0.3-1ubuntu0 Optional|python3-requests 2.25.1+dfsg-2ubuntu0 Optional|python3-urllib3 1.26.5-1~exp1ubuntu0 Optional|python3-setuptools 59.6.0-1.2ubuntu0.22.04 Optional
python3-pkg-resources 59.6.0-1.2ubuntu0.22.04 Optional|python3-twisted 22.1.0-2ubuntu2 Optional|python3-idna 3.3-1ubuntu0 Optional|python3-yaml 5.4.1-1ubuntu1 Optional|python3-apport 2.20.11-0ubuntu82 Optional
apport 2.20.11-0ubuntu82 Optional|busybox-initramfs 1:1.30.1-7ubuntu3 Optional|initramfs-tools 0.140ubuntu13 Optional|grub2-common 2.06-2ubuntu7 Optional|grub-efi-amd64-signed 1.187.6~22.04 Optional
shim-signed 1.51.3+15.7-0ubuntu Optional|mokutil 0.6.0-2~22.04 Optional|util-linux 2.37.2-4ubuntu3 Required|mount 2.37.2-4ubuntu3 Required|bsdutils 1:2.37.2-4ubuntu3 Required
libblkid1 2.37.2-4ubuntu3 Required|libmount1 2.37.2-4ubuntu3 Required|libuuid1 2.37.2-4ubuntu3 Required|e2fsprogs 1.46.5-2ubuntu1 Required|libext2fs2 1.46.5-2ubuntu1 Required
coreutils 8.32-4.1ubuntu1 Required|findutils 4.8.0-1ubuntu3 Required|grep 3.7-1build Required|sed 4.8-1ubuntu2 Required|mawk 1.3.4.20200120-3 Required
libncurses6 6.3-2ubuntu0 Required|libtinfo6 6.3-2ubuntu0 Required|ncurses-base 6.3-2ubuntu0 Required|libpam-modules 1.4.0-11ubuntu2 Required|libpam-runtime 1.4.0-11ubuntu2 Required
libpam-systemd 249.11-0ubuntu3 Standard|libelf1 0.186-1ubuntu0 Optional|binutils 2.38-4ubuntu2 Optional|gcc-12-base 12.3.0-1ubuntu1~22.04 Required|libgcc-s1 12.3.0-1ubuntu1~22.04 Required
libstdc++6 12.3.0-1ubuntu1~22.04 Required|libgmp10 2:6.2.1+dfsg-3ubuntu1 Required|libhogweed6 3.7.3-1build Required|libidn2-0 2.3.2-2build Required|libunistring2 1.0-1 Required
libpcre2-8-0 10.39-3ubuntu0 Required|libpcre3 2:8.39-13ubuntu0.22.04 Required|libselinux1 3.3-1build Required|libsepol2 3.3-1build Required|libseccomp2 2.5.3-2ubuntu2 Required
libyaml-0-2 0.2.5-1build Optional|libjson-c5 0.15-3~ubuntu1.22.04 Required|libarchive13 3.6.0-1ubuntu1 Optional|libicu70 70.1-2 Optional|libxslt1.1 1.1.34-4ubuntu0.22.04 Optional
openvpn 2.5.11-0ubuntu0.22.04 Optional|wpasupplicant 2:2.10-6ubuntu2 Optional|ntp 1:4.2.8p15+dfsg-1ubuntu2 Optional|chrony 4.2-2ubuntu2 Optional|open-vm-tools 2:12.3.5-3~ubuntu0.22.04 Optional
containerd 1.7.24-0ubuntu1~22.04 Optional|docker.io 26.1.3-0ubuntu1~22.04 Optional|runc 1.1.12-0ubuntu2~22.04 Optional|golang-1.18-go 1.18.1-1ubuntu1 Optional|nodejs 12.22.9~dfsg-1ubuntu3 Optional
openjdk-17-jre-headless 17.0.14+7-1~22.04 Optional|php8.1-cli 8.1.2-1ubuntu2 Optional|ruby3.0 3.0.2-7ubuntu2 Optional|redis-server 5:6.0.16-1ubuntu1 Optional|haproxy 2.4.26-0ubuntu0.22.04 Optional
memcached 1.6.14-1ubuntu0 Optional|squid 5.9-0ubuntu0.22.04 Optional|postfix 3.6.4-1ubuntu1 Optional|dovecot-core 1:2.3.16+dfsg1-3ubuntu2 Optional|exim4-base 4.95-4ubuntu2 Optional
samba-libs 2:4.15.13+dfsg-0ubuntu1 Optional|smbclient 2:4.15.13+dfsg-0ubuntu1 Optional|cifs-utils 2:6.14-1ubuntu0 Optional|nfs-common 1:2.6.1-1ubuntu1 Optional|rpcbind 1.2.6-2build Standard
multipath-tools 0.8.8-1ubuntu1.22.04 Optional|lvm2 2.03.11-2.1ubuntu4 Optional|mdadm 4.2-0ubuntu1 Optional|parted 3.4-2build Standard|fdisk 2.37.2-4ubuntu3 Important
iproute2 5.15.0-1ubuntu2 Important|iptables 1.8.7-1ubuntu5 Standard|nftables 1.0.2-1ubuntu3 Important|netplan.io 0.107.1-3ubuntu0.22.04 Important|iputils-ping 3:20211215-1 Important
unzip 6.0-26ubuntu3 Optional|zip 3.0-12build Optional|cpio 2.13+dfsg-7ubuntu0 Important|file 1:5.41-3ubuntu0 Standard|lsof 4.93.2+dfsg-1.1build Standard
`;
